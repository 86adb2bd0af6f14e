//! Other plans as data: their price goal by goal, who would sit where, and who could come.

use serde_json::{Map, Value, json};

use super::{Results, notes_json, person_json, post_json};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::CostVector;
use crate::model::susunan::{CalonJabatan, SatuLagi, Susunan};
use crate::model::total::Lingkup;
use crate::model::unit::UnitId;

/// What a plan costs more than the one made, by the names of the levels; more points cost less.
pub(super) fn biaya(results: &Results<'_>, cost: &CostVector) -> Value {
    let levels = results.plan.urutan.levels();
    Value::Object(levels.map(|level| (level.nama.to_string(), json!(cost[level.slot]))).collect::<Map<_, _>>())
}

/// Everybody who would sit elsewhere, with the post that the plan gives and the other one.
pub(super) fn langkah(results: &Results<'_>, other: &Susunan) -> Value {
    let step = |step: &crate::model::susunan::Langkah| {
        json!({ "nip": nip(results, step.pegawai), "nama": results.roster.pegawai(step.pegawai).nama,
            "menurut_rencana": post(results, step.dari), "menjadi": post(results, step.ke) })
    };
    other.langkah.iter().map(step).collect()
}

/// What stands against one more holder: the price, or the posts that share too few people.
pub(super) fn more(results: &Results<'_>, more: &SatuLagi) -> Value {
    match more {
        SatuLagi::Harga(other) => json!({
            "biaya": biaya(results, &other.biaya),
            "pengisi": other.pengganti.map(|id| person_json(results, id)),
            "susunan": langkah(results, other),
            "menjadi_kurang": other.berkurang.map(|id| post_json(results, id)),
        }),
        SatuLagi::Buntu(group) => json!({
            "kelompok": group.jabatan.iter().map(|id| post(results, *id)).collect::<Vec<_>>(),
            "pegawai": group.pegawai,
            "tempat": group.tempat,
            "ditahan_aturan": group.aturan.iter().map(|(code, count)| json!({ "kode": code, "pegawai": count }))
                .collect::<Vec<_>>(),
            "ditahan_berlainan": group.berlainan,
            "kebutuhan_belum_diketahui": group.belum_diketahui,
        }),
        SatuLagi::Terikat(total) => json!({
            "total": total.lingkup.nama(),
            "nama": total_nama(results, total.lingkup, total.unit),
            "penuh": total.penuh,
            "jumlah": total.jumlah,
        }),
    }
}

/// The name of a unit, of its OPD or of its kecamatan.
pub(super) fn total_nama(results: &Results<'_>, lingkup: Lingkup, unit: UnitId) -> String {
    results.roster.nama_lingkup(lingkup, unit).unwrap_or_default().to_string()
}

/// Candidates of a post.
pub(super) fn calon(results: &Results<'_>, calon: &CalonJabatan) -> Value {
    let ranked = calon.calon.iter().map(|each| {
        json!({ "nip": nip(results, each.pegawai), "biaya": biaya(results, &each.susunan.biaya),
            "susunan": langkah(results, &each.susunan), "uraian": each.kalimat })
    });
    let nearly = calon
        .hampir
        .iter()
        .map(|each| json!({ "nip": nip(results, each.pegawai), "tidak_terpenuhi": notes_json(&each.aturan) }));
    json!({
        "jabatan": post(results, calon.post),
        "kurang": calon.kurang,
        "terpilih": calon.terpilih.iter().map(|id| nip(results, *id)).collect::<Vec<_>>(),
        "calon": ranked.collect::<Vec<_>>(),
        "memenuhi_tetapi_tertahan": calon.tertahan,
        "hampir": nearly.collect::<Vec<_>>(),
    })
}

fn nip<'a>(results: &Results<'a>, id: PegawaiId) -> &'a str {
    results.roster.pegawai(id).nip.digits()
}

/// A post by its number under `jabatan`, with what people call it.
fn post(results: &Results<'_>, id: PostId) -> Value {
    let post = results.needs.post(id);
    json!({ "nomor": id.0 + 1, "unit": &*results.roster.unit(post.unit).nama, "jabatan": post.jabatan_label() })
}
