//! The records beside the workbook: `rencana.json`, the plan as data, and `catatan.json`, the audit record.

mod lines;
mod rencana;
mod susunan;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use rencana::Maker;
pub use rencana::{Entries, Rencana};

use super::Results;
use super::letter::{Tercetak, sidik};
use crate::PROGRAM;
use crate::finding::Severity;
use crate::model::adil::Keadilan;
use crate::model::artifact::Artifact;
use crate::model::batasan::{Batas, Batasan};
use crate::model::bernomor::{KeputusanBernomor, Tercantum};
use crate::model::cells::{Kind, Source};
use crate::model::dahulukan::Didahulukan;
use crate::model::keputusan::{HasilKeputusan, Keputusan, KeputusanTersisih, Sebab};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::perubahan::JenisPerubahan;
use crate::model::plan::{Certificate, Move, ObjectiveInfo, Pisah, RuleNote, Unfilled};
use crate::model::skenario::{Skenario, Tujuan};
use crate::model::terbit::BandingTerbit;
use crate::model::total::Total;

/// File name of the plan as data.
pub const RENCANA: &str = "rencana.json";

/// File name of the audit record.
pub const CATATAN: &str = "catatan.json";

/// Where the record tells of decrees with their number.
pub const BERNOMOR: &str = "keputusan_bernomor";

/// The plan as data: moves in DUK order, open posts, every post before and after, the levels and their totals.
pub fn rencana<'a>(results: &'a Results<'a>) -> Rencana<'a> {
    let plan = results.plan;
    let mut value = json!({
        "program": PROGRAM,
        "daerah": results.settings.daerah.full_name(),
        "periode": results.roster.periode,
        "tanggal_efektif": results.roster.tanggal_efektif,
        "tingkat": plan.urutan.names(),
        "nilai_tanpa_mutasi": plan.status_quo,
        "nilai_rencana": plan.total,
        "kurang": { "sebelum": plan.kurang_before, "sesudah": plan.kurang_after, "terkecil_mungkin": plan.kurang_reachable },
        "pertimbangan": plan.objectives.iter().map(objective_json).collect::<Vec<_>>(),
        "sertifikat": certificate_json(&plan.certificate),
    });
    if let Some(keadilan) = results.keadilan {
        value["keadilan"] = json!(keadilan);
    }
    if !results.skenario.is_empty() {
        value["skenario"] = results.skenario.iter().map(|own| skenario_json(results, own)).collect();
    }
    if !plan.didahulukan.is_empty() {
        value["didahulukan"] = plan.didahulukan.iter().map(didahulukan_json).collect();
    }
    if !plan.totals.list.is_empty() {
        value["total"] = totals_json(results);
    }
    // Few regions have any.
    if !plan.pisah.is_empty() {
        value["unit_tertutup"] = plan.pisah.iter().map(|pisah| pisah_json(results, pisah)).collect();
    }
    if has_decisions(results) {
        value["keputusan"] = decisions_json(results);
    }
    if let Some(terbit) = &results.roster.keputusan.terbit {
        value["rencana_terbit"] = json!({ "asal": terbit.asal, "perpindahan": terbit.tujuan.len() });
        plan.terbit.iter().for_each(|banding| value["rencana_terbit"]["dibanding"] = banding_json(results, banding));
    }
    if let Some(batasan) = &plan.batasan {
        value["batasan"] = batasan_json(results, batasan);
    }
    Rencana { short: value, lists: lists(results) }
}

/// The lists of posts and people, in order of their keys.
fn lists<'a>(results: &'a Results<'a>) -> Vec<(&'static str, Maker<'a>)> {
    let plan = results.plan;
    let moves = move || plan.moves.iter().zip(1..).map(move |(step, number)| move_json(results, number, step));
    vec![
        ("calon", Box::new(move || Box::new(plan.calon.iter().map(move |calon| susunan::calon(results, calon))))),
        ("harga_jabatan", Box::new(move || Box::new(plan.prices.iter().map(|price| json!(price))))),
        ("jabatan", Box::new(move || Box::new(kebutuhan(results)))),
        ("perpindahan", Box::new(move || Box::new(moves()))),
        ("tidak_terpenuhi", Box::new(move || Box::new(plan.unfilled.iter().map(move |open| open_json(results, open))))),
    ]
}

fn open_json(results: &Results<'_>, open: &Unfilled) -> Value {
    let mut value = post_json(results, open.post);
    value["kurang"] = json!(open.kurang);
    value["calon"] = json!(open.calon);
    value["alasan"] = json!(open.alasan);
    value["saran"] = json!(open.saran);
    value["tindak_lanjut"] = json!(open.tindak_lanjut);
    value["satu_orang_lagi"] = open.satu_lagi.as_ref().map_or(Value::Null, |more| susunan::more(results, more));
    value["harga_satu_lagi"] = json!(open.harga_lagi);
    value
}

/// How evenly posts are filled; the rest of the figures is in the plan's own record.
fn spread_json(own: &Keadilan) -> Value {
    json!({ "tanpa_mutasi": own.sebelum.ukuran.sebaran, "rencana": own.rencana.ukuran.sebaran,
        "dikerjakan_tangan": own.tangan.ukuran.sebaran, "dibandingkan": own.dibandingkan })
}

/// A scenario as it was asked for.
fn asked_json(own: &Skenario) -> Value {
    json!({ "nama": own.nama, "pengaturan": own.setelan })
}

/// A plan under other settings, with whom it places elsewhere.
fn skenario_json(results: &Results<'_>, own: &Skenario) -> Value {
    let place = |to: &Option<Tujuan>| {
        to.as_ref().map(|to| {
            let unit = results.roster.unit(to.unit);
            json!({ "unit": &*unit.nama, "kode_unit": unit.kode.as_deref(), "jabatan": to.jabatan })
        })
    };
    let lain = own.lain.iter().map(|other| {
        let mut value = person_json(results, other.pegawai);
        value["rencana"] = json!(place(&other.rencana));
        value["skenario"] = json!(place(&other.skenario));
        value
    });
    json!({ "nama": own.nama, "pengaturan": own.setelan, "ukuran": own.ukuran, "terbukti": own.terbukti,
        "kurang_terkecil_mungkin": own.kurang_terkecil, "penempatan_lain": lain.collect::<Vec<_>>() })
}

/// Every decision that was read, with what became of it.
fn decisions_json(results: &Results<'_>) -> Value {
    let one = |(own, hasil): (&Keputusan, &HasilKeputusan)| {
        let (hasil, keterangan) = match hasil {
            HasilKeputusan::Dipenuhi => ("dipenuhi", None),
            HasilKeputusan::TidakTerpenuhi(why) => ("tidak_terpenuhi", Some(why)),
            HasilKeputusan::TanpaPengaruh(why) => ("tanpa_pengaruh", Some(why)),
            HasilKeputusan::TujuanTakDikenal(why) => ("tidak_dipakai", Some(why)),
        };
        let unit = own.tujuan.as_ref().map(|tujuan| results.roster.unit(tujuan.unit));
        json!({ "nip": own.nip, "keputusan": own.tindakan.label(), "unit": unit.map(|unit| &*unit.nama),
            "kode_unit": unit.and_then(|unit| unit.kode.as_deref()),
            "jabatan": own.tujuan.as_ref().and_then(|tujuan| tujuan.jabatan.as_deref()), "aturan": own.aturan,
            "alasan": own.alasan, "pejabat": own.pejabat, "tanggal": own.tanggal, "asal": own.asal, "hasil": hasil,
            "keterangan": keterangan })
    };
    let aside = |own: &KeputusanTersisih| {
        let (hasil, why) = match &own.sebab {
            Sebab::Salah(why) => ("tidak_dipakai", why),
            Sebab::Digantikan(by) => ("digantikan", by),
        };
        let (wrote, (unit, jabatan)) = (&own.tertulis, own.tertulis.tempat());
        json!({ "nip": wrote.nip, "keputusan": wrote.keputusan, "unit": unit, "kode_unit": null, "jabatan": jabatan,
            "aturan": wrote.aturan, "alasan": wrote.alasan, "pejabat": wrote.pejabat, "tanggal": wrote.tanggal,
            "asal": own.asal, "hasil": hasil, "keterangan": why })
    };
    let daftar = &results.roster.keputusan;
    let followed = daftar.list.iter().zip(&results.plan.keputusan).map(one);
    followed.chain(daftar.tersisih.iter().map(aside)).collect()
}

fn has_decisions(results: &Results<'_>) -> bool {
    !results.plan.keputusan.is_empty() || !results.roster.keputusan.tersisih.is_empty()
}

/// What has become of the published plan: counts, and who is no longer moved.
fn banding_json(results: &Results<'_>, banding: &BandingTerbit) -> Value {
    let [same, changed, new] = banding.counts();
    let gone = banding.tidak_lagi.iter().map(|own| {
        let unit = results.roster.unit(own.unit);
        json!({ "nip": own.nip, "unit": &*unit.nama, "kode_unit": unit.kode.as_deref(), "alasan": own.alasan })
    });
    json!({ "tetap": same, "berubah": changed, "baru": new, "tidak_lagi": gone.collect::<Vec<_>>() })
}

/// The limits of the run, what they cost, and what is proven.
fn batasan_json(results: &Results<'_>, batasan: &Batasan) -> Value {
    let harga = batasan.harga.iter().map(|(batas, harga)| {
        let (nama, unit) = match *batas {
            Batas::Pindah => ("pindah", None),
            Batas::Masuk(unit) => ("masuk", Some(unit)),
            Batas::Keluar(unit) => ("keluar", Some(unit)),
        };
        let own = unit.map(|unit| results.roster.unit(unit));
        json!({ "batas": nama, "nomor_unit": unit.map(|unit| unit.0 + 1), "unit": own.map(|unit| &*unit.nama),
            "kode_unit": own.and_then(|unit| unit.kode.as_deref()), "harga": harga })
    });
    json!({ "keterangan": batasan.kalimat, "bukti": batasan.bukti, "selisih": batasan.selisih,
        "harga": harga.collect::<Vec<_>>() })
}

fn didahulukan_json(own: &Didahulukan) -> Value {
    json!({ "apa": own.apa.nama(), "jabatan": own.jabatan, "kurang_sebelum": own.kurang_before,
        "kurang_sesudah": own.kurang_after })
}

/// Bounded totals: what they are of, their bounds, and their part of the proof.
fn totals_json(results: &Results<'_>) -> Value {
    let totals = &results.plan.totals;
    let one = |own: &Total| {
        json!({ "lingkup": own.lingkup.nama(), "nama": susunan::total_nama(results, own.lingkup, own.unit),
            "nomor_unit": own.unit.0 + 1, "sebelum": own.before, "batas_bawah": own.low, "batas_atas": own.high,
            "sesudah": own.after, "harga": own.price })
    };
    json!({ "batas": totals.list.iter().map(one).collect::<Vec<_>>(), "harga_tempat": totals.tangga,
        "kurang_merata": totals.kurang_merata })
}

/// A unit kept from one of a couple; who the other one is, is not said.
fn pisah_json(results: &Results<'_>, pisah: &Pisah) -> Value {
    let unit = results.roster.unit(pisah.unit);
    json!({ "nip": pisah.nip.digits(), "nomor_unit": pisah.unit.0 + 1, "unit": &*unit.nama,
        "kode_unit": unit.kode.as_deref(), "aturan": pisah.code })
}

/// Every post as the plan's record tells it.
pub fn kebutuhan<'a>(results: &'a Results<'a>) -> impl Iterator<Item = Value> + 'a {
    results.needs.post_ids().map(|id| post_json(results, id))
}

/// A record that was changed, as it is written.
pub fn again(path: &str, record: &Value) -> Artifact {
    artifact(path, record)
}

/// The letters that were written, in the order of their making: what each is, whether leadership approved what it says,
/// and the decree it belongs to, with the hash of what was made; then those of before that stay.
pub fn surat(letters: &[Tercetak], kept: impl Iterator<Item = Value>, sidik: impl Fn(&Tercetak) -> String) -> Value {
    let one = |letter: &Tercetak| {
        let mut value = json!({ "berkas": letter.artifact.path, "jenis": letter.jenis, "disetujui": letter.disetujui,
            "bernomor": letter.bernomor, "nomor": letter.nomor, "pegawai": letter.orang, "halaman": letter.halaman });
        if !letter.memuat.is_empty() {
            value["memuat"] = json!(letter.memuat);
        }
        if letter.nomor.is_some() || !letter.memuat.is_empty() {
            value["sidik"] = json!(sidik(letter));
        }
        value
    };
    letters.iter().map(one).chain(kept).collect()
}

/// The decrees of the month that carry their number, with whom they name and where to: what a later run goes by.
pub fn bernomor(decrees: &[KeputusanBernomor]) -> Value {
    let one = |own: &KeputusanBernomor| {
        let person = |(no, told): (usize, &Tercantum)| json!({ "no": no, "nip": told.nip, "nama": told.nama, "jabatan": told.jabatan, "unit": told.unit, "lain": told.lain });
        let tertanda = own.tertanda.as_ref().map(|own| {
            json!({ "pejabat": own.pejabat, "nama": own.nama, "jabatan": own.jabatan, "pangkat": own.pangkat, "nip": own.nip, "tentang": own.tentang, "pengesah": own.pengesah })
        });
        json!({ "nomor": own.nomor.nomor, "tertulis": own.nomor.lengkap, "tanggal": own.nomor.tanggal, "tmt": own.tmt,
            "perorangan": own.perorangan, "rekam": own.rekam, "tanda": own.tanda, "tertanda": tertanda, "dicabut": own.dicabut, "folder": own.folder, "berkas": own.berkas,
            "pegawai": (1..).zip(&own.orang).map(person).collect::<Vec<_>>() })
    };
    decrees.iter().map(one).collect()
}

/// The audit record: what went in (with hashes), what came out, and the proof. `office` and `written` name files of the
/// folder and outputs (workbook and letters, relative to the output folder) with their SHA-256.
pub fn catatan(
    results: &Results<'_>,
    office: &BTreeMap<String, String>,
    written: &BTreeMap<String, String>,
    surat: Value,
    bernomor: Value,
) -> Artifact {
    let source_json = |source: &Source| json!({ "berkas": &*source.path, "sha256": source.sha256, "bita": source.bytes, "dipakai": source.used });
    let lalu = results.riwayat.lalu().map(
        |lalu| json!({ "periode": lalu.periode, "masukan": lalu.sources.iter().map(source_json).collect::<Vec<_>>() }),
    );
    let perubahan = results.riwayat.perubahan.as_ref().map(|perubahan| {
        JenisPerubahan::ALL.iter().map(|&jenis| (jenis.label(), perubahan.count(jenis))).collect::<BTreeMap<_, _>>()
    });
    let roster = results.roster;
    let rows = |count: crate::model::roster::RowCount| json!({ "dibaca": count.read, "dipakai": count.used });
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in results.findings {
        *codes.entry(finding.kode.code).or_default() += 1;
    }
    let severity = |severity| results.findings.iter().filter(|finding| finding.severity() == severity).count();
    let rules = results.plan.rules.iter().map(|rule| {
        json!({ "kode": rule.code, "tingkat": rule.tingkat, "parameter": rule.parameter, "sejak": rule.sejak,
            "saat": rule.saat, "diubah": rule.diubah, "bawaan": rule.bawaan, "aturan_daerah": rule.daerah,
            "pegawai": rule.people, "pasangan": rule.pairs, "peringatan": rule.warned_moves,
            "dianjurkan": rule.urged_moves,
            "tanpa_data": rule.tanpa_data })
    });
    let mut value = json!({
            "program": PROGRAM,
            "daerah": results.settings.daerah.full_name(),
            "periode": roster.periode,
            "tanggal_efektif": roster.tanggal_efektif,
            "aturan_per": results.law.tanggal,
            "masukan": results.tables.sources.iter().map(source_json).collect::<Vec<_>>(),
            "bulan_lalu": lalu,
            "perubahan": perubahan,
            "pengaturan_dan_templat": office,
            "keluaran": written,
            "sidik_rencana": sidik(results),
            "surat": surat,
            (BERNOMOR): bernomor,
            "baris": Kind::ALL.map(|kind| (kind.key(), rows(roster.rows.of(kind)))).into_iter().collect::<BTreeMap<_, _>>(),
            "baris_pegawai_digabung": roster.digabung,
            "temuan": {
                "galat": severity(Severity::Galat),
                "peringatan": severity(Severity::Peringatan),
                "diperbaiki": severity(Severity::Diperbaiki),
                "info": severity(Severity::Info),
                "per_kode": codes,
            },
            "aturan": rules.collect::<Vec<_>>(),
            "angka_diubah": results.law.diubah().iter().map(|own| json!({
                "kunci": own.kunci, "nilai": own.nilai, "bawaan": own.bawaan, "dasar_bawaan": own.dasar,
            })).collect::<Vec<_>>(),
            "perpindahan": results.plan.moves.len(),
            "keadilan": results.keadilan.map(spread_json),
            "skenario": results.skenario.iter().map(asked_json).collect::<Vec<_>>(),
            "sertifikat": certificate_json(&results.plan.certificate),
    });
    if has_decisions(results) {
        value["keputusan"] = decisions_json(results);
    }
    artifact(CATATAN, &value)
}

fn move_json(results: &Results<'_>, number: usize, step: &Move) -> Value {
    let mut value = person_json(results, step.pegawai);
    value["no"] = json!(number);
    value["dari"] = post_json(results, step.from);
    value["ke"] = post_json(results, step.to);
    value["jenis_perpindahan"] = json!(step.jenis.bentuk.label());
    value["arah_perpindahan"] = json!(step.jenis.arah.label());
    value["jarak_m"] = json!(step.jarak.map(|jarak| json!({ "lama": jarak.lama_m, "baru": jarak.baru_m })));
    value["kecocokan"] = step
        .merit
        .iter()
        .map(|part| {
            json!({ "kode": part.code, "bagian": part.title, "poin": part.points, "maks": part.maks,
                "dinilai": part.judged, "uraian": part.sentence })
        })
        .collect();
    value["peringatan"] = notes_json(&step.warnings);
    let lain = step.lain.as_ref();
    value["biaya_jika_ditolak"] = lain.map_or(Value::Null, |lain| susunan::biaya(results, &lain.biaya));
    value["pengganti"] = step.pengganti().map_or(Value::Null, |id| person_json(results, id));
    value["susunan_pengganti"] = lain.map_or(Value::Null, |lain| susunan::langkah(results, lain));
    value["setara"] = step.setara.iter().map(|id| person_json(results, *id)).collect();
    value["alasan"] = json!(step.alasan);
    value["jika_ditolak"] = json!(step.jika_ditolak);
    value
}

/// An objective as it was weighed. What the folder has no data for is said here, and on no move.
fn objective_json(info: &ObjectiveInfo) -> Value {
    json!({ "kode": info.code, "pertimbangan": info.title, "bobot": info.bobot, "maks": info.maks,
        "dinilai_dari": info.perlu, "diketahui": info.diketahui, "pegawai": info.dari, "ikut": info.diketahui > 0 })
}

fn person_json(results: &Results<'_>, id: PegawaiId) -> Value {
    let pegawai = results.roster.pegawai(id);
    json!({ "nip": pegawai.nip, "nama": pegawai.nama, "golongan": pegawai.golongan, "jabatan": pegawai.jabatan.to_string() })
}

fn post_json(results: &Results<'_>, id: PostId) -> Value {
    let post = results.needs.post(id);
    let unit = results.roster.unit(post.unit);
    let need = post.kebutuhan.as_ref();
    let outcome = results.plan.posts.get(id.0 as usize);
    json!({
        "nomor": id.0 + 1,
        "unit": &*unit.nama,
        "kode_unit": unit.kode.as_deref(),
        "jabatan": post.jabatan_label(),
        "kebutuhan": need.map(|need| if need.lo == need.hi { json!(need.lo) } else { json!([need.lo, need.hi]) }),
        "sumber_kebutuhan": need.map(|need| need.sumber.label()),
        "riil": post.riil,
        "tetap": outcome.map(|outcome| outcome.tetap),
        "batas_bawah": outcome.map(|outcome| outcome.floor),
        "batas_atas": outcome.map(|outcome| outcome.ceiling),
        "sesudah": outcome.map(|outcome| outcome.after),
    })
}

fn notes_json(notes: &[RuleNote]) -> Value {
    notes.iter().map(|note| json!({ "kode": note.code, "uraian": note.sentence })).collect()
}

fn certificate_json(certificate: &Certificate) -> Value {
    let checks = certificate
        .checks
        .iter()
        .map(|check| json!({ "pemeriksaan": check.title, "lulus": check.passed, "rincian": check.detail }));
    json!({
        "berlaku": certificate.holds(),
        "nilai": certificate.primal,
        "batas": certificate.dual,
        "pasangan_diperiksa": certificate.pairs,
        "pemeriksaan": checks.collect::<Vec<_>>(),
    })
}

fn artifact(path: &str, value: &Value) -> Artifact {
    let mut bytes = serde_json::to_vec_pretty(value).expect("a JSON value can always be written");
    bytes.push(b'\n');
    Artifact { path: path.into(), bytes }
}
