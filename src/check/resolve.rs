//! Puts the units together, finds the unit of every row, and hands over the roster.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::draft::{
    BebanDraft, BebanLepas, Draft, FormasiDraft, PegawaiDraft, TabelDraft, UnitDraft, UnitRef, count_used, row_name,
};
use super::kamus::Konfirmasi;
use super::person::pegawai;
use super::unit_asing::{Names, only_in_need};
use super::units::{Hit, Units};
use crate::finding::{Finding, Place, catalogue};
use crate::model::aspirasi::Usulan;
use crate::model::beban::BarisBeban;
use crate::model::cells::Kind;
use crate::model::formasi::Formasi;
use crate::model::in_place::{places, put_each};
use crate::model::jabatan::name_key;
use crate::model::kamus::Pertanyaan;
use crate::model::needs::{Ragu, SebabRagu};
use crate::model::pegawai::Pegawai;
use crate::model::roster::{Roster, Rows, TakPasti, TakTerbaca};
use crate::model::tanggal::Periode;
use crate::model::unit::UnitId;
use crate::model::wilayah::Wilayah;

/// Units from schools, puskesmas, unit workbooks and need workbooks, in this order of trust; from the persons' rows only when
/// there is no such workbook. Then every row of need and every person is told its unit; what has none is reported.
pub fn units(draft: &mut Draft, konfirmasi: &mut Konfirmasi<'_>, findings: &mut Vec<Finding>) -> Units {
    let mut units = Units::default();
    let from_pegawai = draft.sekolah.is_empty() && draft.unit.is_empty() && draft.formasi.is_empty();
    let mut listed = Vec::new();
    for school in draft.sekolah.drain(..) {
        listed.push(school.place.clone());
        units.add(school);
    }
    for puskesmas in draft.puskesmas.drain(..) {
        listed.push(puskesmas.place.clone());
        units.add(puskesmas);
    }
    listed.extend(add_listed_units(draft, &mut units, findings));
    let kinds = [Kind::Sekolah, Kind::Puskesmas, Kind::Unit];
    count_used(&mut draft.tabel, &kinds, listed.iter().map(|place| (place, 1)));
    add_units_of_need(draft, &mut units, konfirmasi, findings);
    let mut names = Names { units: &mut units, konfirmasi };
    for person in &mut draft.pegawai {
        match unit_of_person(person, &mut names, from_pegawai, findings) {
            Hit::One(id) => {
                person.unit_id = Some(id);
                let induk = UnitRef { induk: person.unit.induk.clone(), ..UnitRef::default() };
                names.units.enrich(id, &induk);
            }
            hit @ (Hit::Many(_) | Hit::None) => {
                let unclear = names.ask(&person.unit, hit, &person.unit_place());
                person.may_be_in(unclear.mungkin.iter().copied());
                findings.extend(unclear.of_person(person));
            }
        }
    }
    units.settle_induk();
    units
}

/// By kode, then by the exact name, then as people have confirmed it.
fn unit_of_person(
    person: &mut PegawaiDraft,
    names: &mut Names<'_, '_>,
    from_pegawai: bool,
    findings: &mut Vec<Finding>,
) -> Hit {
    let (told, place) = (findings.len(), person.unit_place());
    let hit = if from_pegawai && names.units.find(&person.unit) == Hit::None {
        let units = &mut *names.units;
        let renamed = names.konfirmasi.rename(units, &mut person.unit, &place, findings);
        match if renamed { units.find(&person.unit) } else { Hit::None } {
            Hit::None => units.add_named(&person.unit, place.clone()).map_or(Hit::None, Hit::One),
            hit => hit,
        }
    } else {
        names.find(&person.unit, &place, findings)
    };
    for finding in findings[told..].iter_mut().filter(|finding| finding.place == place) {
        finding.subject = person.subject();
    }
    hit
}

/// A row of the unit workbook is a unit of its own, unless it names a school or puskesmas already known: then it adds to it.
/// Returns the places of the rows that are used.
fn add_listed_units(draft: &mut Draft, units: &mut Units, findings: &mut Vec<Finding>) -> Vec<Place> {
    let known = units.list.len();
    let mut used = Vec::new();
    for row in draft.unit.drain(..) {
        let place = row.place.clone();
        let named = UnitRef {
            kode: row.kode.clone(),
            nama: Some(row.nama.clone()),
            induk: row.induk.clone(),
            kecamatan: row.kecamatan,
        };
        match units.find(&named) {
            Hit::One(id) if (id.0 as usize) < known || row.kode.is_none() => {
                findings.extend(second_name(units, id, &row));
                units.enrich(id, &named);
                units.stands_at(id, row.koordinat);
            }
            Hit::Many(named) if row.kode.is_none() => {
                let count = named.len();
                let problem =
                    format!("nama unit “{}” dipakai {count} unit; baris ini tidak dapat dihubungkan", row.nama);
                findings.push(Finding::new(&catalogue::UNIT_GANDA, row.place.clone(), &*row.nama, problem));
                continue;
            }
            Hit::One(_) | Hit::Many(_) | Hit::None => {
                units.add(row);
            }
        }
        used.push(place);
    }
    used
}

/// D-308 where a unit that its kode tells has another name here: one of the two is misspelt, and nobody can say which.
/// Where they are near, people may write either.
fn second_name(units: &mut Units, id: UnitId, row: &UnitDraft) -> Option<Finding> {
    let kode = row.kode.as_deref()?;
    if units.is_named(id, &row.nama) {
        return None;
    }
    let near = units.offers(&row.nama).contains(&id);
    let worded = units.is_worded(id, &row.nama);
    let is_free = near && units.call(id, &row.nama);
    if worded {
        return None;
    }
    let known = &units.list[id.0 as usize];
    let there = row_name(&row.place, &known.place);
    let both = if is_free { "; kedua nama diterima sebagai nama unit ini" } else { "; yang dipakai nama di sini" };
    let problem = format!("kode {kode} di sini bernama “{}”, pada {there} bernama “{}”{both}", known.nama, row.nama);
    Some(Finding::new(&catalogue::DUA_NAMA_UNIT, known.place.clone(), &*known.nama, problem))
}

/// A need names a unit that is known, or makes one; but a name that is only near to one of the school and unit
/// workbooks is most likely misspelt, and would make a unit without people that everyone is moved to.
fn add_units_of_need(
    draft: &mut Draft,
    units: &mut Units,
    konfirmasi: &mut Konfirmasi<'_>,
    findings: &mut Vec<Finding>,
) {
    let known = units.list.len();
    let mut names = Names { units, konfirmasi };
    let mut waiting = Vec::new();
    for mut row in std::mem::take(&mut draft.formasi) {
        if names.units.find(&row.unit) == Hit::None {
            match names.find(&row.unit, &row.unit_place, findings) {
                Hit::One(id) => row.unit_id = Some(id),
                hit if names.is_misspelt(&row.unit) => {
                    findings.push(names.ask(&row.unit, hit, &row.unit_place).of_need(&row.unit, &row.unit_place));
                    let candidates = names.candidates(&row.unit);
                    waiting.push((candidates.clone(), key_and_doubt(&row)));
                    draft.menunggu_unit.push((row, candidates));
                    continue;
                }
                Hit::Many(_) | Hit::None => {}
            }
        }
        draft.formasi.push(row);
    }
    for mut row in std::mem::take(&mut draft.formasi) {
        if row.unit_id.is_none() {
            let several = match names.units.find(&row.unit) {
                Hit::Many(several) => several,
                Hit::One(_) | Hit::None => Vec::new(),
            };
            row.unit_id = unit_of_need(&row, &mut names, findings);
            if row.unit_id.is_none() {
                waiting.push((several.clone(), key_and_doubt(&row)));
                draft.menunggu_unit.push((row, several));
                continue;
            }
        }
        draft.formasi.push(row);
    }
    for (unit, key, ragu) in std::mem::take(&mut draft.menunggu) {
        waiting.push((units_named(&unit, &mut names), (key, ragu)));
    }
    for row in std::mem::take(&mut draft.beban_lepas) {
        let units = row.unit.as_ref().map(|unit| units_named(unit, &mut names));
        waiting.extend(weighed_by_half(&draft.formasi, &row, units.as_deref()));
    }
    leave_open(draft, waiting);
    if known > 0 {
        findings.extend(only_in_need(&units.list[known..]));
    }
}

/// The units that a name may mean.
fn units_named(unit: &UnitRef, names: &mut Names<'_, '_>) -> Vec<UnitId> {
    match names.units.find(unit) {
        Hit::One(id) => vec![id],
        Hit::Many(several) => several,
        Hit::None => names.candidates(unit),
    }
}

/// The needs by workload that a row may belong to that names no jabatan or no unit: without it they are weighed by half.
fn weighed_by_half(
    formasi: &[FormasiDraft],
    row: &BebanLepas,
    units: Option<&[UnitId]>,
) -> Vec<(Vec<UnitId>, (String, Ragu))> {
    let same_sheet = |other: &Place| other.file == row.place.file && other.sheet == row.place.sheet;
    let mut posts: BTreeSet<(String, UnitId)> = BTreeSet::new();
    for other in formasi.iter().filter(|other| other.beban.is_some()) {
        let Some(unit) = other.unit_id else { continue };
        let key = name_key(&other.jabatan.nama);
        let may_be = match (units, &row.jabatan) {
            (Some(units), _) => units.contains(&unit),
            (None, Some(own)) => *own == key,
            (None, None) => same_sheet(&other.place),
        };
        if may_be {
            posts.insert((key, unit));
        }
    }
    let ragu = || Ragu::new(SebabRagu::Beban, row.place.clone());
    posts.into_iter().map(|(key, unit)| (vec![unit], (key, ragu()))).collect()
}

/// The key of the jabatan of a need whose unit is asked about, and that doubt.
fn key_and_doubt(row: &FormasiDraft) -> (String, Ragu) {
    let written = row.unit.nama.as_deref().or(row.unit.kode.as_deref()).unwrap_or_default();
    (name_key(&row.jabatan.nama), Ragu::new(SebabRagu::Unit(written.to_string()), row.unit_place.clone()))
}

/// Leaves the needs open that may be those of units they do not name: where a row may be a unit's, no formula and no
/// legal minimum may take its place. A unit that has an official figure of its own is not the one that is meant.
fn leave_open(draft: &mut Draft, waiting: Vec<(Vec<UnitId>, (String, Ragu))>) {
    let official = draft.formasi.iter().filter(|row| row.beban.is_none());
    let stated: BTreeSet<(UnitId, String)> =
        official.filter_map(|row| Some((row.unit_id?, name_key(&row.jabatan.nama)))).collect();
    for (units, (key, ragu)) in waiting {
        for unit in units {
            let post = (unit, key.clone());
            if !stated.contains(&post) {
                draft.kebutuhan_ragu.entry(post).or_insert_with(|| ragu.clone());
            }
        }
    }
}

/// The unit of a need that is not misspelt; `None` with a finding where several carry its name.
fn unit_of_need(row: &FormasiDraft, names: &mut Names<'_, '_>, findings: &mut Vec<Finding>) -> Option<UnitId> {
    let (unit, place) = (&row.unit, &row.unit_place);
    match names.units.find(unit) {
        Hit::One(id) => {
            names.units.enrich(id, unit);
            Some(id)
        }
        Hit::None => names.units.add_named(unit, place.clone()),
        Hit::Many(_) => match names.find(unit, place, findings) {
            Hit::One(id) => Some(id),
            hit @ (Hit::Many(_) | Hit::None) => {
                findings.push(names.ask(unit, hit, place).of_need(unit, place));
                None
            }
        },
    }
}

/// Counts the rows of people that are used. Asked before lists are added: whom a list's own fault keeps in place has
/// no fault in the personnel workbook.
pub fn count_people(draft: &mut Draft) {
    for row in &draft.pegawai {
        if !row.usable() || row.jabatan.is_none() || row.unit_id.is_none() {
            continue;
        }
        for &table in row.seldom.gabungan.iter().chain([&row.tabel]) {
            draft.tabel[table].rows.used += 1;
        }
    }
}

/// Sorts everything as `Roster` promises, and hands it over.
pub fn into_roster(
    draft: Draft,
    units: Units,
    periode: Periode,
    tanggal_efektif: Date,
    wilayah: Arc<Wilayah>,
    pertanyaan: Vec<Pertanyaan>,
) -> Roster {
    let (units, new_ids) = units.into_sorted();
    let new_id = |id: UnitId| new_ids[id.0 as usize];
    let mut tabel = draft.tabel;
    let mut roster = Roster {
        periode,
        tanggal_efektif,
        wilayah,
        units: units.into_iter().collect(),
        formasi: Vec::with_capacity(draft.formasi.len()),
        beban: Vec::new(),
        pegawai: Vec::new(),
        tak_terbaca: Vec::new(),
        tak_pasti: Vec::new(),
        jabatan_mungkin: draft.jabatan_mungkin.into_iter().map(|(unit, names)| (new_id(unit), names)).collect(),
        jabatan_ditanya: draft.jabatan_ditanya.into_iter().map(|(unit, names)| (new_id(unit), names)).collect(),
        kebutuhan_ragu: draft
            .kebutuhan_ragu
            .into_iter()
            .map(|((unit, key), ragu)| ((new_id(unit), key), ragu))
            .collect(),
        jejak: Vec::new(),
        tabel: Vec::new(),
        digabung: 0,
        non_asn: draft.non_asn,
        rows: Rows::default(),
        pertanyaan,
        keputusan: Default::default(),
    };
    roster.keputusan = draft.keputusan;
    let decided = roster.keputusan.list.iter_mut().filter_map(|keputusan| keputusan.tujuan.as_mut());
    let published = roster.keputusan.terbit.iter_mut().flat_map(|terbit| terbit.tujuan.values_mut());
    decided.chain(published).for_each(|tujuan| tujuan.unit = new_id(tujuan.unit));
    // A row of workload that lacks something is no workload (D-165).
    let is_whole = |row: &&FormasiDraft| match &row.beban {
        Some(beban) => beban.tugas.is_ok(),
        None => row.kebutuhan.is_some(),
    };
    let whole = draft.formasi.iter().filter(is_whole);
    count_used(&mut tabel, &[Kind::Kebutuhan, Kind::Beban], whole.map(|row| (&row.place, row.baris)));
    for mut row in draft.formasi {
        match row.beban.take() {
            Some(beban) => roster.beban.extend(baris_beban(row, *beban, new_id)),
            None => match row.kebutuhan {
                Some(kebutuhan) => roster.formasi.extend(formasi(row, kebutuhan, new_id)),
                None => roster.kebutuhan_ragu.extend(ragu(&row, new_id)),
            },
        }
    }
    // The people are made in the room of their rows.
    let mut pegawai: Vec<Pegawai> =
        in_nip_order(draft.pegawai).into_iter().filter_map(|row| take_in(&mut roster, row, new_id)).collect();
    pegawai.shrink_to_fit();
    roster.pegawai = pegawai;
    roster.formasi.sort_by(|a, b| (a.unit, &a.jabatan, &a.place).cmp(&(b.unit, &b.jabatan, &b.place)));
    roster.beban.sort_by(|a, b| (a.unit, &a.jabatan, &a.place).cmp(&(b.unit, &b.jabatan, &b.place)));
    roster.tak_terbaca.sort_by(|a, b| a.place.cmp(&b.place));
    roster.tak_pasti.sort_by(|a, b| a.place.cmp(&b.place));
    roster.tabel = tabel.into_iter().map(TabelDraft::into_baris).collect();
    roster.rows = Rows::of_tables(&roster.tabel);
    roster
}

/// The person of a row; one who is there but not known well enough is put among those.
fn take_in(roster: &mut Roster, mut row: PegawaiDraft, new_id: impl Fn(UnitId) -> UnitId) -> Option<Pegawai> {
    if !row.usable() || row.jabatan.is_none() || row.unit_id.is_none() {
        roster.jejak.push(row.jejak());
    }
    let jabatan = row.jabatan.clone()?;
    match row.unit_id.map(&new_id) {
        Some(unit) if row.usable() => {
            roster.digabung += row.seldom.gabungan.len();
            if row.facts.jarang.aspirasi.is_some() {
                let aspirasi = row.facts.jarang.aspirasi.iter_mut();
                for usulan in aspirasi.flat_map(|aspirasi| &mut aspirasi.usulan) {
                    if let Usulan::Unit(unit) = usulan {
                        *unit = new_id(*unit);
                    }
                }
            }
            return pegawai(row, jabatan, unit);
        }
        _ if !row.present() => {}
        Some(unit) => {
            let tugas_tambahan = row.facts.jarang.tugas_tambahan.clone();
            roster.tak_terbaca.push(TakTerbaca { unit, jabatan, tugas_tambahan, place: row.place });
        }
        None if row.seldom.mungkin_di.is_empty() => {}
        None => {
            let mut units: Vec<UnitId> = row.take_mungkin_di().into_iter().map(new_id).collect();
            units.sort();
            let tugas_tambahan = row.facts.jarang.tugas_tambahan.clone();
            roster.tak_pasti.push(TakPasti { units, jabatan, tugas_tambahan, place: row.place });
        }
    }
    None
}

/// The rows in the order of their NIP, those without one first. Rows are large: their order is found before they move,
/// each to its place.
fn in_nip_order(mut rows: Vec<PegawaiDraft>) -> Vec<PegawaiDraft> {
    let mut order: Vec<u32> = (0..rows.len() as u32).collect();
    order.sort_by_key(|&at| rows[at as usize].nip);
    put_each(&mut rows, places(order.into_iter()));
    rows
}

/// A row of workload whose unit is known.
fn baris_beban(row: FormasiDraft, beban: BebanDraft, new_id: impl Fn(UnitId) -> UnitId) -> Option<BarisBeban> {
    let BebanDraft { tugas, abk_kes, waktu_efektif } = beban;
    let unit = new_id(row.unit_id?);
    Some(BarisBeban { unit, jabatan: row.jabatan, tugas, abk_kes, waktu_efektif, place: row.place })
}

/// The post of a row whose figure cannot be read.
fn ragu(row: &FormasiDraft, new_id: impl Fn(UnitId) -> UnitId) -> Option<((UnitId, String), Ragu)> {
    Some(((new_id(row.unit_id?), name_key(&row.jabatan.nama)), Ragu::new(SebabRagu::Angka, row.place.clone())))
}

/// The official need of a row whose unit is known.
fn formasi(row: FormasiDraft, kebutuhan: u32, new_id: impl Fn(UnitId) -> UnitId) -> Option<Formasi> {
    Some(Formasi {
        unit: new_id(row.unit_id?),
        jabatan: row.jabatan,
        jenis_tertulis: row.jenis_tertulis,
        kebutuhan,
        riil: row.riil,
        kelas_jabatan: row.kelas_jabatan,
        strategis: row.strategis,
        keahlian: row.keahlian,
        kualifikasi: row.kualifikasi,
        place: row.place,
    })
}
