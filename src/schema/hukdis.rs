//! Columns of the hukuman disiplin workbooks: one row for each punishment (domain §3.1, R06, R07).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Hukdis, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column("nip", "NIP", super::NIP, Required, super::MEANING_NIP, "198601012015011001").of(Nip),
    column("nama", "NAMA", super::NAMA, Required, super::MEANING_NAMA, "Budi Santoso, S.Pd."),
    column(
        "tingkat",
        "TINGKAT HUKDIS",
        &[
            "TINGKAT",
            "TINGKAT HUKUMAN",
            "TINGKAT HUKUMAN DISIPLIN",
            "HUKDIS",
            "HUKUMAN DISIPLIN",
            "KATEGORI HUKUMAN",
            "KATEGORI HUKDIS",
        ],
        Typical,
        "Ringan, Sedang, atau Berat.",
        "Ringan",
    )
    .of(Daftar(values::tingkat_hukdis))
    .must()
    .telling(),
    column(
        "jenis",
        "JENIS HUKUMAN",
        &["JENIS HUKDIS", "JENIS HUKUMAN DISIPLIN", "NAMA HUKUMAN", "BENTUK HUKUMAN", "URAIAN HUKUMAN", "HUKUMAN"],
        Typical,
        "Jenis hukuman menurut SK. Tingkatnya dibaca dari sini jika kolom tingkat kosong.",
        "Teguran tertulis",
    )
    .telling(),
    column(
        "mulai",
        "TMT HUKDIS",
        &[
            "TMT",
            "TMT HUKUMAN",
            "TMT HUKUMAN DISIPLIN",
            "TMT MULAI",
            "MULAI",
            "MULAI BERLAKU",
            "MULAI HUKDIS",
            "TANGGAL MULAI",
            "TGL MULAI",
            "MULAI HUKUMAN",
        ],
        Optional,
        "Mulai berlakunya hukuman.",
        "01-03-2026",
    )
    .of(Tanggal),
    column(
        "akhir",
        "AKHIR HUKDIS",
        &[
            "AKHIR",
            "AKHIR HUKUMAN",
            "AKHIR HUKUMAN DISIPLIN",
            "TMT AKHIR",
            "TANGGAL AKHIR",
            "TGL AKHIR",
            "TGL AKHIR HUKDIS",
            "BERAKHIR",
            "SELESAI",
            "SAMPAI DENGAN",
            "S/D",
        ],
        Optional,
        "Berakhirnya hukuman. Kosong dianggap masih berjalan.",
        "01-03-2027",
    )
    .of(Tanggal),
];
