//! The least staff of a puskesmas by its kind: a floor under every other figure (domain §2.3, R29).

use std::sync::Arc;

use super::banding::{Meja, in_sentence};
use super::lantai;
use crate::finding::{Finding, Place, catalogue};
use crate::law::Law;
use crate::law::puskesmas::Tenaga;
use crate::model::jabatan::name_key;
use crate::model::needs::{Kebutuhan, MinimumBersama, Needs, PostId, SumberKebutuhan};
use crate::model::puskesmas::KategoriPuskesmas;
use crate::model::roster::Roster;
use crate::model::unit::{Unit, UnitId};

/// Lays the minimum of each profession under the posts of a puskesmas, or makes a post of it where nobody states one.
pub fn weigh(meja: &mut Meja<'_>, law: &Law, id: UnitId) -> Vec<Finding> {
    let roster = meja.roster;
    let unit = roster.unit(id);
    let Some(puskesmas) = unit.puskesmas else { return Vec::new() };
    let (Some(kategori), Some(rawat_inap)) = (puskesmas.kategori, puskesmas.rawat_inap) else {
        return vec![tipe_kosong(unit, puskesmas.kategori.is_none(), puskesmas.rawat_inap.is_none())];
    };
    let tipe = Tipe { id, unit, kategori, rawat_inap, dasar: &law.minimum_puskesmas().dasar };
    law.minimum_puskesmas().tenaga.iter().filter_map(|tenaga| tipe.floor(meja, tenaga)).collect()
}

/// Holds so many in the posts that share a minimum that no plan breaks it: the need of each alone would let them go.
pub fn keep_minima(roster: &Roster, law: &Law, needs: &mut Needs) {
    for id in roster.unit_ids() {
        let Some(puskesmas) = roster.unit(id).puskesmas else { continue };
        let (Some(kategori), Some(rawat_inap)) = (puskesmas.kategori, puskesmas.rawat_inap) else { continue };
        for tenaga in &law.minimum_puskesmas().tenaga {
            let names: Vec<String> = tenaga.jabatan.iter().map(|nama| name_key(nama)).collect();
            let of_tenaga = |post: &PostId| names.contains(&name_key(&needs.post(*post).jabatan));
            let posts: Vec<PostId> = needs.ids_of_unit(id).filter(of_tenaga).collect();
            if posts.len() > 1 {
                lantai::keep(needs, MinimumBersama { posts, jumlah: tenaga.minimum(kategori, rawat_inap) });
            }
        }
    }
}

/// A puskesmas whose kind is known.
struct Tipe<'a> {
    id: UnitId,
    unit: &'a Unit,
    kategori: KategoriPuskesmas,
    rawat_inap: bool,
    dasar: &'a str,
}

impl Tipe<'_> {
    fn floor(&self, meja: &mut Meja<'_>, tenaga: &Tenaga) -> Option<Finding> {
        let minimum = self.kebutuhan(tenaga);
        let stated: Vec<&str> =
            tenaga.jabatan.iter().map(String::as_str).filter(|nama| meja.book.names(self.id, nama)).collect();
        if stated.is_empty() {
            return self.add(meja, tenaga, minimum);
        }
        let mut posts = Vec::new();
        for nama in &stated {
            let named = meja.book.named(self.id, &name_key(nama)).iter();
            posts.extend(named.filter_map(|nomor| Some((*nomor, meja.book.post(*nomor).kebutuhan.clone()?))));
        }
        let total: u32 = posts.iter().map(|(_, need)| need.lo).sum();
        let (_, first) = posts.first()?;
        if let ([_], [(only, _)]) = (&stated[..], &posts[..])
            && let Some(only) = &mut meja.book.post_mut(*only).kebutuhan
        {
            lay_under(only, &minimum);
        }
        (total < minimum.lo).then(|| {
            let how = if posts.len() == 1 {
                "minimum yang dipakai"
            } else {
                "pembagiannya belum diketahui, jadi yang ada tidak dikurangi sampai di bawah minimum"
            };
            let problem = format!(
                "{} di {} {} {total}, minimumnya {} {}; {how}",
                tenaga.nama,
                self.unit.nama,
                in_sentence(first.sumber),
                minimum.lo,
                self.in_words()
            );
            let place = first.place.clone().unwrap_or_else(|| self.unit.place.clone());
            Finding::new(&catalogue::DI_BAWAH_MINIMUM, place, total.to_string(), problem)
        })
    }

    /// A post of the minimum alone, under the name that people of the unit hold, else under the usual one. People of
    /// several names share one minimum; how, nobody says, so no post is made.
    fn add(&self, meja: &mut Meja<'_>, tenaga: &Tenaga, minimum: Kebutuhan) -> Option<Finding> {
        if !meja.people.has(self.id) {
            return None;
        }
        let held: Vec<&String> =
            tenaga.jabatan.iter().filter(|nama| meja.people.holds(self.id, &name_key(nama))).collect();
        let nama = match held[..] {
            [one] => one,
            [] if tenaga.tetap => tenaga.jabatan.first()?,
            [] => return None,
            _ => {
                let names: Vec<&str> = held.iter().map(|nama| nama.as_str()).collect();
                let present: u32 = held.iter().map(|nama| meja.people.count(self.id, &name_key(nama))).sum();
                let problem = format!(
                    "{} di {} ada {present} ({}), minimumnya {} {}",
                    tenaga.nama,
                    self.unit.nama,
                    names.join(", "),
                    minimum.lo,
                    self.in_words()
                );
                let short = present < minimum.lo;
                return short.then(|| {
                    Finding::new(&catalogue::DI_BAWAH_MINIMUM, self.unit.place.clone(), present.to_string(), problem)
                });
            }
        };
        meja.book.add(self.id, Arc::from(nama.as_str()), None, Some(minimum));
        None
    }

    /// `untuk puskesmas perkotaan rawat inap (Permenkes 75/2014)`.
    fn in_words(&self) -> String {
        let capability = if self.rawat_inap { "rawat inap" } else { "non rawat inap" };
        format!("untuk puskesmas {} {capability} ({})", self.kategori.label().to_lowercase(), self.dasar)
    }

    fn kebutuhan(&self, tenaga: &Tenaga) -> Kebutuhan {
        let least = tenaga.minimum(self.kategori, self.rawat_inap);
        let uraian = format!("paling sedikit {least} {} {}", tenaga.nama, self.in_words());
        let place: Option<Place> = Some(self.unit.place.clone());
        Kebutuhan { lo: least, hi: least, sumber: SumberKebutuhan::Minimum, lain: Vec::new(), uraian, place }
    }
}

/// The greater of two figures counts, and the other stays beside it: no source may break the minimum.
fn lay_under(need: &mut Kebutuhan, minimum: &Kebutuhan) {
    if need.lo >= minimum.lo {
        if need.lo > minimum.lo {
            need.lain.push(minimum.as_lain());
        }
        return;
    }
    let mut lain = vec![need.as_lain()];
    lain.append(&mut need.lain);
    *need = Kebutuhan { lain, hi: need.hi.max(minimum.hi), ..minimum.clone() };
}

/// D-163.
fn tipe_kosong(unit: &Unit, kategori: bool, rawat_inap: bool) -> Finding {
    let all = [
        (kategori, "karakteristik wilayah", "Perkotaan, Perdesaan, Terpencil, atau Sangat Terpencil"),
        (rawat_inap, "kemampuan pelayanan", "Rawat Inap atau Non Rawat Inap"),
    ];
    let missing = || all.iter().filter(|(missing, ..)| *missing);
    let what: Vec<&str> = missing().map(|(_, what, _)| *what).collect();
    let how: Vec<String> = missing().map(|(_, what, words)| format!("{what} ({words})")).collect();
    // Empty, or a word that is not known: D-133 told the latter.
    let problem =
        format!("{} {} tidak diketahui, jumlah minimum tenaganya tidak dipakai", what.join(" dan "), unit.nama);
    let remedy = format!("Isi {} pada data puskesmas.", how.join(" dan "));
    Finding::new(&catalogue::TIPE_PUSKESMAS_KOSONG, unit.place.clone(), &*unit.nama, problem).with_remedy(remedy)
}
