//! Columns of the keputusan workbooks: what leadership decides about moves. The sheet *Keputusan* of the result workbook
//! has the same columns, and tells the published plan beside them (design §5.8).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Keputusan, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column("nip", "NIP", super::NIP, Required, super::MEANING_NIP, "198601012015011001").of(Nip),
    column("nama", "NAMA", super::NAMA, Required, super::MEANING_NAMA, "Budi Santoso, S.Pd."),
    column(
        "keputusan",
        "KEPUTUSAN",
        &["KEPUTUSAN PIMPINAN", "PUTUSAN", "TINDAKAN", "DISPOSISI"],
        Typical,
        "Setuju, Tolak, Tetapkan ke, Larang, Tunda, atau Kecualikan aturan.",
        "Larang",
    )
    .of(Daftar(values::tindakan))
    .must()
    .telling(),
    column(
        "tujuan",
        "TUJUAN",
        &["UNIT TUJUAN", "UNIT YANG DITUJU", "KEPUTUSAN TUJUAN"],
        Optional,
        "Unit yang dimaksud keputusan itu: namanya seperti di data unit, atau kodenya. Wajib untuk Tetapkan ke; Larang tanpa tujuan \
         berarti tidak dipindahkan ke mana pun.",
        "SD Negeri 12 Bangko",
    ),
    column(
        "jabatan_tujuan",
        "JABATAN TUJUAN",
        &["JABATAN YANG DITUJU"],
        Optional,
        "Jabatan di unit itu, jika bukan jabatan yang sekarang.",
        "Guru Kelas",
    )
    .aside(),
    column(
        "aturan",
        "ATURAN",
        &["KODE ATURAN", "ATURAN YANG DIKECUALIKAN"],
        Optional,
        "Kode aturan yang dikecualikan, seperti di lembar Aturan. Hanya untuk Kecualikan aturan.",
        "A-101",
    )
    .aside(),
    column(
        "alasan",
        "ALASAN",
        &["ALASAN KEPUTUSAN", "PERTIMBANGAN"],
        Typical,
        "Alasan keputusan itu; tercetak di rencana. Keadaan kesehatan tidak perlu ditulis.",
        "Masih diperlukan di unit sekarang",
    )
    .must(),
    column(
        "pejabat",
        "PEJABAT",
        &["PEJABAT YANG MEMUTUSKAN", "DIPUTUSKAN OLEH", "DIPUTUSKAN"],
        Typical,
        "Nama atau jabatan yang memutuskan.",
        "Kepala BKPSDM",
    )
    .must()
    .telling(),
    column(
        "tanggal",
        "TANGGAL",
        &["TANGGAL KEPUTUSAN", "TGL KEPUTUSAN", "TGL"],
        Optional,
        "Tanggal keputusan itu, jika dicatat.",
        "21-11-2026",
    )
    .of(Tanggal),
    column("ke", "KE UNIT", &[], Optional, "Unit tujuan menurut rencana terbit.", "Puskesmas Bangko").unasked(),
    column("ke_jabatan", "KE JABATAN", &[], Optional, "Jabatan tujuan menurut rencana terbit.", "Perawat").unasked(),
];
