//! What the edition is about, how far it holds, and where to look.

use rust_xlsxwriter::XlsxError;

use super::{DAFTAR, Edisi, JADWAL, KRITERIA, TENTANG};
use crate::model::angka::ribuan;
use crate::model::tanggal::tanggal_in_words;
use crate::write::workbook::kalimat::{jarak_in_words, usulan_in_words};
use crate::write::workbook::leaf::Leaf;
use crate::write::workbook::style::Look;
use crate::write::workbook::table::{Column, Heading, List, Value, column};

const COLUMNS: &[Column] = &[column("Hal", 34.0, Look::Wrap), column("Keterangan", 104.0, Look::Wrap)];

pub(super) fn write(edisi: &Edisi<'_>, sheet: &mut Leaf) -> Result<(), XlsxError> {
    let note = format!(
        "Untuk semua pegawai. {} Yang berlaku hanya Keputusan yang ditetapkan pejabat yang berwenang.",
        edisi.keadaan.kalimat()
    );
    let title = format!("Tentang rencana mutasi ({})", edisi.keadaan.in_words());
    let heading = Heading { title: &title, ..edisi.heading(TENTANG, &note, 0) };
    let mut list = List::open(sheet, &edisi.style, &heading, COLUMNS)?;
    for (hal, isi) in facts(edisi) {
        list.row(vec![hal.into(), isi.into()])?;
    }
    for (sheet, isi) in GUIDE {
        list.row(vec![Value::Link(format!("Lembar {sheet}").into(), format!("internal:'{sheet}'!A1")), isi.into()])?;
    }
    list.filter(list.next_row() - 1)?;
    list.close()
}

/// Abbreviations of this workbook, told before any of them is used.
const SINGKATAN: [&str; 12] = [
    "NIP: nomor induk pegawai",
    "CPNS dan PNS: calon pegawai negeri sipil dan pegawai negeri sipil",
    "PPPK: pegawai pemerintah dengan perjanjian kerja",
    "OPD: organisasi perangkat daerah",
    "DUK: daftar urut kepangkatan",
    "Gol.: golongan ruang",
    "TMT: terhitung mulai tanggal",
    "SKP: sasaran kinerja pegawai",
    "JPM: kesesuaian kompetensi dengan syarat jabatan, dalam persen",
    "ABK: analisis beban kerja",
    "BUP: batas usia pensiun",
    "rombel: rombongan belajar",
];

/// What stands on which sheet.
const GUIDE: [(&str, &str); 3] = [
    (DAFTAR, "siapa diusulkan pindah, dari mana ke mana, dan kekurangan yang diisi"),
    (KRITERIA, "urutan tujuan, kriteria dengan bobotnya, dan syarat dengan dasarnya; berlaku sama bagi semua pegawai"),
    (JADWAL, "waktu pelaksanaan, cara menyampaikan keberatan, dan evaluasi"),
];

fn facts(edisi: &Edisi<'_>) -> Vec<(&'static str, String)> {
    let (results, umum) = (edisi.results, &edisi.umum);
    let (plan, roster, rencana) = (results.plan, results.roster, &umum.rencana);
    let [before, after] = [plan.kurang_before, plan.kurang_after].map(|n| ribuan(n.into()));
    let people = [usulan_in_words(results), jarak_in_words(results)].into_iter().flatten().collect::<Vec<_>>();
    let mut facts = vec![
        ("Daerah", results.settings.daerah.full_name()),
        ("Singkatan", SINGKATAN.join("; ") + "."),
        ("Keadaan rencana", edisi.keadaan.kalimat().to_string()),
        ("Periode data", roster.periode.in_words()),
        ("Mulai berlaku", tanggal_in_words(roster.tanggal_efektif)),
        ("Dasar", umum.dasar.join("\n")),
        ("Tujuan", rencana.tujuan.join("\n")),
        (
            "Ruang lingkup",
            format!(
                "{} pegawai di {} unit kerja. Pegawai yang ditahan oleh ketentuan, misalnya CPNS atau yang belum cukup lama \
                 bertugas, tidak ikut dipindahkan.",
                rencana.jumlah_pegawai, rencana.jumlah_unit
            ),
        ),
        (
            "Hasil analisis",
            format!(
                "Kekurangan pegawai {before} orang; sesudah {} perpindahan dalam rencana ini menjadi {after} orang.",
                rencana.jumlah_perpindahan
            ),
        ),
        (
            "Data pribadi",
            "NIP disamarkan: hanya bulan pengangkatan yang ditulis. Nilai dan alasan perseorangan tidak \
             dicantumkan."
                .into(),
        ),
    ];
    if !people.is_empty() {
        // Groups in figures; nobody is told apart.
        facts.insert(facts.len() - 1, ("Usulan dan jarak", people.join(" ")));
    }
    facts
}
