//! Columns of the aspirasi workbooks: what people wish of a move. No office has a standard form, so it is this
//! product's own (domain §3.1).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Aspirasi, columns: COLUMNS };

/// Titles that lists of people carry too, where they are of no use (`unused.rs`).
pub(super) const MINAT: &str = "MINAT";
pub(super) const USULAN: [&str; 3] = ["USULAN UNIT 1", "USULAN UNIT 2", "USULAN UNIT 3"];
pub(super) const BERSEDIA: &str = "BERSEDIA DIPINDAH";
pub(super) const ALASAN: &str = "ALASAN";
pub(super) const KEBERATAN: &str = "KEBERATAN";

const COLUMNS: &[Column] = &[
    column("nip", "NIP", super::NIP, Required, super::MEANING_NIP, "198601012015011001").of(Nip),
    column("nama", "NAMA", super::NAMA, Required, super::MEANING_NAMA, "Budi Santoso, S.Pd."),
    column(
        "minat",
        MINAT,
        &["MINAT BIDANG", "BIDANG MINAT", "BIDANG YANG DIMINATI", "MINAT TUGAS"],
        Typical,
        "Bidang tugas yang diminati.",
        "Pendidikan kesehatan",
    ),
    column(
        "usulan_1",
        USULAN[0],
        &[
            "USULAN UNIT",
            "UNIT USULAN",
            "UNIT USULAN 1",
            "PILIHAN UNIT 1",
            "PILIHAN 1",
            "UNIT TUJUAN 1",
            "UNIT YANG DIUSULKAN",
        ],
        Typical,
        "Unit yang paling diinginkan, sama dengan nama di data unit.",
        "Puskesmas Bangko",
    )
    .telling(),
    column(
        "usulan_2",
        USULAN[1],
        &["UNIT USULAN 2", "PILIHAN UNIT 2", "PILIHAN 2", "UNIT TUJUAN 2"],
        Optional,
        "Unit pilihan kedua, jika ada.",
        "SD Negeri 12 Bangko",
    )
    .aside(),
    column(
        "usulan_3",
        USULAN[2],
        &["UNIT USULAN 3", "PILIHAN UNIT 3", "PILIHAN 3", "UNIT TUJUAN 3"],
        Optional,
        "Unit pilihan ketiga, jika ada.",
        "SD Negeri 12 Bangko",
    )
    .aside(),
    column(
        "bersedia",
        BERSEDIA,
        &[
            "BERSEDIA",
            "BERSEDIA DIPINDAHKAN",
            "KESEDIAAN",
            "KESEDIAAN DIPINDAH",
            "BERSEDIA DIMUTASI",
            "KESEDIAAN MUTASI",
        ],
        Typical,
        "Ya atau Tidak.",
        "Ya",
    )
    .of(Daftar(values::ya_tidak))
    .telling(),
    column(
        "alasan",
        ALASAN,
        &["ALASAN USULAN", "ALASAN PINDAH"],
        Optional,
        "Alasan keinginan itu. Program hanya mencatat ada tidaknya alasan; keadaan kesehatan tidak perlu ditulis.",
        "Dekat dengan keluarga",
    ),
    column(
        "keberatan",
        KEBERATAN,
        &["KEBERATAN DIPINDAH", "KEBERATAN PINDAH"],
        Optional,
        "Keberatan jika dipindah; kosong jika tidak ada. Program hanya mencatat ada tidaknya keberatan; keadaan kesehatan tidak perlu ditulis.",
        "Alasan keluarga",
    )
    .aside(),
];
