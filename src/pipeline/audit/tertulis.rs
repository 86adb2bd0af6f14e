//! A plan as `rencana.json` tells it, and as a plan over the roster and needs of today. What nobody asks for here – the
//! candidates above all – is skipped while the file is read.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::law::daerah::KODE;
use crate::model::batasan::{Batas, Batasan};
use crate::model::dahulukan::{Dahulukan, Didahulukan};
use crate::model::needs::{Needs, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::pindah::{Arah, BentukPindah, JenisPindah};
use crate::model::plan::{
    AsalJarak, CostVector, Jarak, MeritPart, Move, Pisah, Plan, PostOutcome, RuleNote, SebabKosong, TindakLanjut,
    Unfilled, Urutan,
};
use crate::model::roster::Roster;
use crate::model::telaah::Nilai;
use crate::model::total::{Lingkup, Total, Totals};
use crate::model::unit::UnitId;
use crate::place::rules::RULES;

/// What of `rencana.json` the audit and the letters look at. A sentence that is none is empty: what should stand there is
/// said by the plan made anew.
#[derive(Deserialize)]
pub struct Rencana {
    #[serde(default, deserialize_with = "text")]
    pub program: String,
    #[serde(default)]
    pub tanggal_efektif: Value,
    #[serde(default)]
    pub pertimbangan: Vec<Value>,
    #[serde(default)]
    pub keputusan: Vec<Hasil>,
    /// Names of the levels; from them comes the order of goals.
    tingkat: Vec<String>,
    nilai_tanpa_mutasi: CostVector,
    nilai_rencana: CostVector,
    kurang: Kurang,
    perpindahan: Vec<Perpindahan>,
    tidak_terpenuhi: Vec<Terbuka>,
    pub jabatan: Vec<Jabatan>,
    harga_jabatan: Vec<CostVector>,
    /// Names of what comes before other places.
    #[serde(default)]
    didahulukan: Vec<Dahulu>,
    #[serde(default)]
    total: TotalTertulis,
    #[serde(default)]
    unit_tertutup: Vec<Tertutup>,
    #[serde(default)]
    batasan: Option<Pembatas>,
}

/// What became of a decision.
#[derive(Deserialize)]
pub struct Hasil {
    #[serde(default, deserialize_with = "text")]
    pub hasil: String,
    #[serde(default, deserialize_with = "text")]
    pub keterangan: String,
}

/// Limits on the whole plan, as far as the proof needs them.
#[derive(Deserialize)]
struct Pembatas {
    bukti: String,
    selisih: CostVector,
    harga: Vec<HargaBatas>,
}

#[derive(Deserialize)]
struct HargaBatas {
    batas: String,
    nomor_unit: Option<u32>,
    unit: Option<String>,
    kode_unit: Option<String>,
    harga: CostVector,
}

#[derive(Deserialize)]
struct Dahulu {
    apa: String,
}

#[derive(Default, Deserialize)]
struct TotalTertulis {
    batas: Vec<BatasTertulis>,
    harga_tempat: Vec<i64>,
    kurang_merata: bool,
}

/// A bounded total.
#[derive(Deserialize)]
struct BatasTertulis {
    lingkup: String,
    nama: String,
    /// Its first unit, counted from 1 in the order of the units.
    nomor_unit: u32,
    sebelum: u32,
    batas_bawah: u32,
    batas_atas: u32,
    sesudah: u32,
    harga: CostVector,
}

#[derive(Deserialize)]
struct Kurang {
    sebelum: u32,
    sesudah: u32,
    terkecil_mungkin: u32,
}

#[derive(Deserialize)]
struct Perpindahan {
    nip: String,
    dari: Jabatan,
    ke: Jabatan,
    kecocokan: Vec<Bagian>,
    peringatan: Vec<Catatan>,
    #[serde(default, deserialize_with = "text")]
    alasan: String,
    #[serde(default, deserialize_with = "text")]
    jika_ditolak: String,
    #[serde(default, deserialize_with = "text")]
    jenis_perpindahan: String,
    #[serde(default, deserialize_with = "text")]
    arah_perpindahan: String,
    #[serde(default, deserialize_with = "jarak")]
    jarak_m: Option<Jarak>,
}

#[derive(Deserialize)]
struct Catatan {
    kode: String,
    #[serde(default, deserialize_with = "text")]
    uraian: String,
}

/// A unit kept from someone.
#[derive(Deserialize)]
struct Tertutup {
    nip: String,
    /// Counted from 1, in the order of the units.
    nomor_unit: u32,
    unit: String,
    kode_unit: Option<String>,
    aturan: String,
}

#[derive(Deserialize)]
struct Bagian {
    poin: i64,
}

#[derive(Deserialize)]
struct Terbuka {
    #[serde(flatten)]
    jabatan: Jabatan,
    kurang: u32,
    /// Not in plans of before.
    #[serde(default)]
    tindak_lanjut: TindakLanjut,
}

#[derive(Deserialize)]
pub struct Jabatan {
    /// Counted from 1, in the order of the needs.
    nomor: u32,
    unit: String,
    kode_unit: Option<String>,
    jabatan: String,
    tetap: u32,
    batas_bawah: u32,
    batas_atas: u32,
    sesudah: u32,
    #[serde(default)]
    pub kebutuhan: Value,
    #[serde(default)]
    pub riil: Value,
}

impl Rencana {
    /// The plan over today's people and posts.
    ///
    /// # Errors
    /// Everyone and every post the plan names and the data do not have.
    pub fn plan(&self, roster: &Roster, needs: &Needs) -> Result<Plan, Vec<String>> {
        let mut strange = Vec::new();
        let mut posts = Vec::with_capacity(self.jabatan.len());
        for jabatan in &self.jabatan {
            strange.extend(jabatan.find(roster, needs).err());
            let Jabatan { tetap, batas_bawah, batas_atas, sesudah, .. } = *jabatan;
            posts.push(PostOutcome { tetap, floor: batas_bawah, ceiling: batas_atas, after: sesudah });
        }
        let people: BTreeMap<&str, PegawaiId> =
            roster.pegawai_ids().map(|id| (roster.pegawai(id).nip.digits(), id)).collect();
        let moves = self.perpindahan.iter().map(|step| step.find(&people, roster, needs));
        let moves = settled(moves, &mut strange);
        let unfilled = self.tidak_terpenuhi.iter().map(|open| open.find(roster, needs));
        let unfilled = settled(unfilled, &mut strange);
        let pisah = self.unit_tertutup.iter().map(|tertutup| tertutup.find(&people, roster));
        let pisah = settled(pisah, &mut strange);
        let totals = settled(self.total.batas.iter().map(|batas| batas.find(roster)), &mut strange);
        let batasan = self.batasan.iter().map(|batasan| batasan.find(roster));
        let batasan = settled(batasan, &mut strange).pop();
        let urutan = Urutan::of_names(&self.tingkat);
        strange.extend(urutan.is_none().then(|| format!("urutan tujuan {}", self.tingkat.join(", "))));
        let names: Vec<&str> = self.didahulukan.iter().map(|own| own.apa.as_str()).collect();
        let dahulukan = Dahulukan::parse(&names).map_err(|fault| strange.push(format!("yang didahulukan: {fault}")));
        let (Some(urutan), true) = (urutan, strange.is_empty()) else {
            return Err(strange);
        };
        // What became of the places is told by the plan made anew.
        let didahulukan = |apa| Didahulukan { apa, jabatan: 0, kurang_before: 0, kurang_after: 0 };
        Ok(Plan {
            urutan,
            didahulukan: dahulukan.unwrap_or_default().into_iter().map(didahulukan).collect(),
            moves,
            posts,
            prices: self.harga_jabatan.clone(),
            totals: Totals {
                list: totals,
                tangga: self.total.harga_tempat.clone(),
                kurang_merata: self.total.kurang_merata,
            },
            unfilled,
            pisah,
            batasan,
            status_quo: self.nilai_tanpa_mutasi,
            total: self.nilai_rencana,
            kurang_before: self.kurang.sebelum,
            kurang_after: self.kurang.sesudah,
            kurang_reachable: self.kurang.terkecil_mungkin,
            ..Plan::default()
        })
    }
}

/// Those that were found; what was not is added to `strange`.
fn settled<T>(found: impl Iterator<Item = Result<T, String>>, strange: &mut Vec<String>) -> Vec<T> {
    found.filter_map(|one| one.map_err(|what| strange.push(what)).ok()).collect()
}

impl Perpindahan {
    fn find(&self, people: &BTreeMap<&str, PegawaiId>, roster: &Roster, needs: &Needs) -> Result<Move, String> {
        let pegawai = people.get(self.nip.as_str()).copied();
        // Only the points of a part are audited; what they are for is said by the plan made anew.
        let part = |part: &Bagian| MeritPart {
            code: "",
            title: "",
            points: part.poin,
            maks: None,
            judged: true,
            sentence: String::new(),
        };
        Ok(Move {
            pegawai: pegawai.ok_or_else(|| format!("pegawai dengan NIP {}", self.nip))?,
            from: self.dari.find(roster, needs)?,
            to: self.ke.find(roster, needs)?,
            jenis: jenis(&self.jenis_perpindahan, &self.arah_perpindahan),
            jarak: self.jarak_m,
            merit: self.kecocokan.iter().map(part).collect(),
            warnings: self.peringatan.iter().filter_map(Catatan::note).collect(),
            lain: None,
            setara: Vec::new(),
            alasan: self.alasan.clone(),
            jika_ditolak: self.jika_ditolak.clone(),
        })
    }
}

impl Catatan {
    /// Only its code is audited.
    fn note(&self) -> Option<RuleNote> {
        let code = code(&self.kode)?;
        Some(RuleNote { code, nilai: Nilai::TidakTerpenuhi, sentence: self.uraian.clone() })
    }
}

/// The kind of a move by the words it was written with.
fn jenis(bentuk: &str, arah: &str) -> JenisPindah {
    let forms = [BentukPindah::Horizontal, BentukPindah::Vertikal, BentukPindah::Diagonal];
    let ways = [Arah::Setara, Arah::Promosi, Arah::Demosi];
    JenisPindah {
        bentuk: forms.into_iter().find(|own| own.label() == bentuk).unwrap_or(BentukPindah::BelumDitentukan),
        arah: ways.into_iter().find(|own| own.label() == arah).unwrap_or(Arah::TidakDiketahui),
    }
}

/// The distance of a move. From where it was measured is not written; it is from home where the way before is told.
fn jarak<'de, D: Deserializer<'de>>(json: D) -> Result<Option<Jarak>, D::Error> {
    let written = Value::deserialize(json)?;
    let told = written["lama"].as_i64().zip(written["baru"].as_i64());
    let asal = |lama_m| if lama_m == 0 { AsalJarak::UnitLama } else { AsalJarak::Domisili };
    Ok(told.map(|(lama_m, baru_m)| Jarak { asal: asal(lama_m), lama_m, baru_m }))
}

/// A text; empty where something else stands.
fn text<'de, D: Deserializer<'de>>(json: D) -> Result<String, D::Error> {
    match Value::deserialize(json)? {
        Value::String(text) => Ok(text),
        _ => Ok(String::new()),
    }
}

/// A rule's own code, of ours or of the region's.
fn code(written: &str) -> Option<&'static str> {
    RULES.iter().map(|rule| rule.code).chain(KODE).find(|code| *code == written)
}

impl BatasTertulis {
    fn find(&self, roster: &Roster) -> Result<Total, String> {
        let unit = UnitId(self.nomor_unit.wrapping_sub(1));
        let known = Lingkup::parse(&self.lingkup).filter(|_| (unit.0 as usize) < roster.units.len());
        let same = known.filter(|lingkup| roster.nama_lingkup(*lingkup, unit) == Some(&self.nama));
        let lingkup = same.ok_or_else(|| format!("total {} {}", self.lingkup, self.nama))?;
        Ok(Total {
            lingkup,
            unit,
            before: self.sebelum,
            low: self.batas_bawah,
            high: self.batas_atas,
            after: self.sesudah,
            price: self.harga,
        })
    }
}

impl Tertutup {
    fn find(&self, people: &BTreeMap<&str, PegawaiId>, roster: &Roster) -> Result<Pisah, String> {
        let id = people.get(self.nip.as_str()).ok_or_else(|| format!("pegawai dengan NIP {}", self.nip))?;
        let unit = UnitId(self.nomor_unit.wrapping_sub(1));
        let same = roster
            .units
            .get(unit.0 as usize)
            .is_some_and(|own| *own.nama == *self.unit && own.kode.as_deref() == self.kode_unit.as_deref());
        let code = code(&self.aturan).ok_or_else(|| format!("aturan {}", self.aturan))?;
        if !same {
            return Err(format!("unit {} {}", self.nomor_unit, self.unit));
        }
        Ok(Pisah { nip: roster.pegawai(*id).nip, unit, code })
    }
}

impl Pembatas {
    fn find(&self, roster: &Roster) -> Result<Batasan, String> {
        let harga = self.harga.iter().map(|own| Ok((own.find(roster)?, own.harga)));
        let harga = harga.collect::<Result<_, String>>()?;
        Ok(Batasan { harga, selisih: self.selisih, bukti: self.bukti.clone(), ..Batasan::default() })
    }
}

impl HargaBatas {
    fn find(&self, roster: &Roster) -> Result<Batas, String> {
        let strange = || format!("batas {} {}", self.batas, self.unit.as_deref().unwrap_or_default());
        let unit = || {
            let unit = UnitId(self.nomor_unit?.wrapping_sub(1));
            let own = roster.units.get(unit.0 as usize)?;
            let same = Some(&*own.nama) == self.unit.as_deref() && own.kode.as_deref() == self.kode_unit.as_deref();
            same.then_some(unit)
        };
        match self.batas.as_str() {
            "pindah" => Some(Batas::Pindah),
            "masuk" => unit().map(Batas::Masuk),
            "keluar" => unit().map(Batas::Keluar),
            _ => None,
        }
        .ok_or_else(strange)
    }
}

impl Terbuka {
    fn find(&self, roster: &Roster, needs: &Needs) -> Result<Unfilled, String> {
        Ok(Unfilled {
            post: self.jabatan.find(roster, needs)?,
            kurang: self.kurang,
            sebab: SebabKosong::TidakAdaCalon,
            calon: 0,
            alasan: String::new(),
            saran: String::new(),
            tindak_lanjut: self.tindak_lanjut,
            satu_lagi: None,
            harga_lagi: String::new(),
        })
    }
}

impl Jabatan {
    /// The post of this number, if it is still the same one.
    fn find(&self, roster: &Roster, needs: &Needs) -> Result<PostId, String> {
        let id = PostId(self.nomor.wrapping_sub(1));
        let same = needs.posts.get(id.0 as usize).is_some_and(|post| {
            let unit = roster.unit(post.unit);
            post.jabatan_label() == self.jabatan
                && *unit.nama == *self.unit
                && unit.kode.as_deref() == self.kode_unit.as_deref()
        });
        if same { Ok(id) } else { Err(format!("jabatan {} {} di {}", self.nomor, self.jabatan, self.unit)) }
    }
}
