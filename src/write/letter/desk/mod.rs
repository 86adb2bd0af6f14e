//! The desk at which letters are made: what goes into which, and what to say of one that cannot be made.

mod antrean;
mod cacat;
mod cetak;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::berkas::{Berkas, Keputusan};
use super::context::{Common, Lampiran, Laporan, Orang, Sk, Surat, Usul};
use super::pdf::Kept;
use super::picture::Picture;
use super::surat::Jenis;
use super::tak_dibuat::{TakDibuat, not_made};
use super::template::Templates;
use super::text::Shaper;
use super::{OfficeFiles, Tercetak};
use crate::finding::Finding;
use crate::settings::Settings;

pub use antrean::{Gabungan, Job, Rancangan};
use cetak::Laid;

/// What one worker keeps between letters. Nothing in it changes the bytes of a letter.
pub struct Press {
    pub(super) shaper: Shaper,
    pub(super) kept: Kept,
}

impl Press {
    pub fn new() -> Press {
        Press { shaper: Shaper::new(), kept: Kept::default() }
    }
}

/// What all letters of a run are made from.
pub struct Desk<'a> {
    settings: &'a Settings,
    created: Date,
    pub templates: Templates,
    pictures: BTreeMap<String, Picture>,
    berkas: Berkas,
    /// Files for printing that stay as they are, with the decrees they hold.
    gabungan: Vec<Gabungan>,
}

/// What a decree prints.
#[derive(Serialize)]
struct UntukKeputusan<'a> {
    #[serde(flatten)]
    common: &'a Common,
    lampiran: &'a Lampiran,
    pegawai: &'a [Orang],
}

/// What a decree on one person or its petikan prints: no reason.
#[derive(Serialize)]
struct UntukPetikan<'a> {
    #[serde(flatten)]
    common: &'a Common,
    /// These take the place of those of the decree: the letter's own number and date, and the plan it is from.
    sk: &'a Sk,
    surat: &'a Surat,
    petikan: Petikan,
    pegawai: &'a Orang,
}

/// What other letters on one person print.
#[derive(Serialize)]
struct UntukOrang<'a> {
    #[serde(flatten)]
    decree: UntukPetikan<'a>,
    usul: &'a Usul,
}

/// The petikan itself.
#[derive(Serialize)]
struct Petikan {
    nomor_urut: usize,
}

/// What a paper on the whole plan prints.
#[derive(Serialize)]
struct UntukRencana<'a> {
    #[serde(flatten)]
    common: &'a Common,
    #[serde(flatten)]
    laporan: &'a Laporan,
}

/// One letter on its way through the press.
struct Work<'w> {
    path: String,
    title: String,
    jenis: &'static Jenis,
    /// The people named on it.
    orang: &'w [Orang],
}

impl<'a> Desk<'a> {
    /// `created` is the day the letters are dated in their properties.
    pub fn new(settings: &'a Settings, created: Date, office: &OfficeFiles, berkas: Berkas) -> Desk<'a> {
        let (templates, pictures) = (Templates::load(office), pictures(office));
        Desk { settings, created, templates, pictures, berkas, gabungan: Vec::new() }
    }

    /// The same beside files for printing that stay.
    pub fn beside(self, gabungan: Vec<Gabungan>) -> Desk<'a> {
        Desk { gabungan, ..self }
    }

    /// What is to be said of texts of the settings that cannot be filled, whether a letter prints them or not.
    pub fn rusak(&self) -> impl Iterator<Item = &Finding> {
        self.berkas.rusak.values().flatten()
    }

    /// The decrees that letters are made of.
    pub fn decrees(&self) -> &[Keputusan] {
        &self.berkas.keputusan
    }

    /// The letter, unless something is wrong with it; a file of many people leaves out those of whom something is.
    pub fn make(&self, press: &mut Press, job: &Job) -> (Option<Tercetak>, Vec<TakDibuat>) {
        let rancangan = self.rancangan(job);
        match job {
            Job::Keputusan(number, jenis) => {
                let keputusan = &self.berkas.keputusan[*number];
                let orang = keputusan.pns();
                let context =
                    UntukKeputusan { common: &keputusan.common, lampiran: &keputusan.lampiran, pegawai: orang };
                let work = Work { path: rancangan.path.clone(), title: keputusan.judul.clone(), jenis, orang };
                let laid = self.lay(press, &work, &context);
                self.printed(press, keputusan, &keputusan.common.sk, &work, &rancangan, laid)
            }
            Job::Orang(number, jenis, at) => {
                let keputusan = &self.berkas.keputusan[*number];
                let work = self.work_on(keputusan, jenis, *at, rancangan.path.clone());
                let laid = self.lay_person(press, keputusan, &work, *at);
                self.printed(press, keputusan, keputusan.sk_for(jenis, *at), &work, &rancangan, laid)
            }
            Job::Gabungan(_, jenis, orang) => self.together(press, jenis, orang, &rancangan),
            Job::Rencana(jenis) => {
                let keputusan = self.whole();
                let context = UntukRencana { common: &keputusan.common, laporan: &self.berkas.laporan };
                let title = format!("{} {}", jenis.judul, self.settings.daerah.full_name());
                let work = Work { path: rancangan.path.clone(), title, jenis, orang: &keputusan.orang };
                let laid = self.lay(press, &work, &context);
                let (made, findings) = self.printed(press, keputusan, &keputusan.common.sk, &work, &rancangan, laid);
                let orang = self.berkas.laporan.perpindahan.len();
                (made.map(|made| Tercetak { orang, bernomor: false, ..made }), findings)
            }
        }
    }

    fn work_on<'k>(&self, keputusan: &'k Keputusan, jenis: &'static Jenis, at: usize, path: String) -> Work<'k> {
        let orang = &keputusan.orang[at..=at];
        Work { path, title: format!("{} – {}", jenis.judul, orang[0].nama_bergelar), jenis, orang }
    }

    fn lay_person(
        &self,
        press: &mut Press,
        keputusan: &Keputusan,
        work: &Work<'_>,
        at: usize,
    ) -> Result<Laid, Vec<Finding>> {
        let pegawai = &work.orang[0];
        let petikan = Petikan { nomor_urut: pegawai.no };
        let sk = keputusan.sk_for(work.jenis, at);
        let surat = keputusan.surat_for(work.jenis, at);
        let decree = UntukPetikan { common: &keputusan.common, sk, surat, petikan, pegawai };
        match work.jenis.nama {
            "petikan" | "sk-perorangan" => self.lay(press, work, &decree),
            _ => self.lay(press, work, &UntukOrang { decree, usul: &pegawai.usul }),
        }
    }

    /// One file of everybody's letters.
    fn together(
        &self,
        press: &mut Press,
        jenis: &'static Jenis,
        orang: &[(usize, usize)],
        rancangan: &Rancangan,
    ) -> (Option<Tercetak>, Vec<TakDibuat>) {
        let (mut all, mut findings, mut people) = (Laid { pages: Vec::new(), source: String::new() }, Vec::new(), 0);
        for (number, at) in orang {
            let keputusan = &self.berkas.keputusan[*number];
            let path = match self.settings.surat.perorangan.apart() {
                true => self.rancangan(&Job::Orang(*number, jenis, *at)).path,
                false => format!("halaman {} di {}", keputusan.orang[*at].nama_bergelar, rancangan.path),
            };
            let work = self.work_on(keputusan, jenis, *at, path);
            match self.lay_person(press, keputusan, &work, *at) {
                Ok(laid) => {
                    all.pages.extend(laid.pages);
                    all.source.push_str(&laid.source);
                    people += 1;
                }
                Err(faults) => findings.extend(not_made(&work.path, faults)),
            }
        }
        let Some((number, at)) = orang.first().filter(|_| people > 0) else { return (None, findings) };
        let keputusan = &self.berkas.keputusan[*number];
        let title = format!("{} ({people} orang)", jenis.judul);
        let work = Work { path: rancangan.path.clone(), title, jenis, orang: &[] };
        let (made, _) = self.printed(press, keputusan, keputusan.sk_for(jenis, *at), &work, rancangan, Ok(all));
        (made.map(|made| Tercetak { orang: people, ..made }), findings)
    }
}

/// The placeholder shield under the office's own PNG files.
pub(super) fn pictures(office: &OfficeFiles) -> BTreeMap<String, Picture> {
    let built_in = ("lambang.png", &include_bytes!("../../../../templates/lambang.png")[..]);
    let own = office.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let pictures = std::iter::once(built_in).chain(own).filter(|(name, _)| name.to_lowercase().ends_with(".png"));
    let mut read = BTreeMap::new();
    for (name, bytes) in pictures {
        match Picture::from_png(bytes) {
            Some(picture) => read.insert(name.to_string(), picture),
            // A broken picture of the office does not fall back to the placeholder: the letter says so instead.
            None => read.remove(name),
        };
    }
    read
}
