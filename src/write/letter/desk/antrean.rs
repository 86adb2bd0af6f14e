//! Which letters the settings ask for, and what is known of each before it is made.

use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use crate::write::letter::berkas::Keputusan;
use crate::write::letter::bernomor::Sendiri;
use crate::write::letter::context::{Orang, Terbit};
use crate::write::letter::surat::{Cakupan, Jenis, SURAT};

/// A letter to be made; decrees and people by number.
pub enum Job {
    Keputusan(usize, &'static Jenis),
    Orang(usize, &'static Jenis, usize),
    /// The letters of these people of a kind in one file of this folder; each by decree and person.
    Gabungan(String, &'static Jenis, Vec<(usize, usize)>),
    Rencana(&'static Jenis),
}

/// What is known of a letter before it is made.
pub struct Rancangan {
    pub path: String,
    pub disetujui: bool,
    /// The decree it belongs to.
    pub nomor: Option<String>,
    /// Those of a file for printing that holds several.
    pub memuat: Vec<String>,
}

/// A file for printing of decrees on one person each that stays as it is: its path, and the numbers it holds.
pub struct Gabungan {
    pub path: String,
    pub memuat: Vec<String>,
}

impl Desk<'_> {
    /// The letters that the settings ask for.
    pub fn jobs(&self) -> Vec<Job> {
        let surat = &self.settings.surat;
        let wanted = |jenis: &&Jenis| surat.jenis.iter().any(|nama| nama == jenis.nama);
        let (mut jobs, mut together) = (Vec::new(), BTreeMap::<(usize, &str), Vec<(usize, usize)>>::new());
        for (number, keputusan) in self.berkas.keputusan.iter().enumerate() {
            let written = |jenis: &Jenis| wanted(&jenis) && keputusan.takes(jenis);
            for (order, jenis) in SURAT.iter().enumerate().filter(|(_, jenis)| written(jenis)) {
                let own = |at: &usize| jenis.nama != "sk-perorangan" || keputusan.sendiri[*at] != Sendiri::Tetap;
                let people: Vec<usize> = (0..self.people(keputusan, jenis).len()).filter(own).collect();
                match jenis.cakupan {
                    _ if people.is_empty() => {}
                    Cakupan::Rencana => {}
                    Cakupan::Keputusan => jobs.push(Job::Keputusan(number, jenis)),
                    Cakupan::Orang => {
                        for at in people {
                            if surat.perorangan.together() && !self.is_printed(keputusan, jenis, at) {
                                let folder = keputusan.folder_for(jenis, at);
                                together.entry((order, folder)).or_default().push((number, at));
                            }
                            // A decree with its number is a file by itself, beside the one for printing.
                            let decree = jenis.nama == "sk-perorangan" && keputusan.sendiri[at] != Sendiri::Draf;
                            let apart = decree || surat.perorangan.apart();
                            jobs.extend(apart.then_some(Job::Orang(number, jenis, at)));
                        }
                    }
                }
            }
        }
        let together = together.into_iter();
        jobs.extend(together.map(|((order, folder), orang)| Job::Gabungan(folder.into(), &SURAT[order], orang)));
        let whole = SURAT.iter().filter(wanted).filter(|jenis| jenis.cakupan == Cakupan::Rencana);
        jobs.extend(whole.map(Job::Rencana));
        jobs
    }

    /// Whether a file for printing that stays holds this decree.
    fn is_printed(&self, keputusan: &Keputusan, jenis: &Jenis, at: usize) -> bool {
        let Some(nomor) = keputusan.nomor_for(jenis, at).filter(|_| jenis.nama == "sk-perorangan") else {
            return false;
        };
        self.gabungan.iter().any(|own| own.memuat.iter().any(|other| other == nomor))
    }

    /// `surat/petikan-gabungan.pdf`; the next one beside those that stay.
    fn path_together(&self, folder: &str, jenis: &Jenis) -> String {
        let begin = format!("{folder}/{}-gabungan", jenis.nama);
        let numbered = (2..).map(|number| format!("{begin}-{number}.pdf"));
        let free = |path: &String| !self.gabungan.iter().any(|own| own.path == *path);
        std::iter::once(format!("{begin}.pdf")).chain(numbered).find(free).unwrap_or_default()
    }

    /// What is known of a letter before it is made.
    pub fn rancangan(&self, job: &Job) -> Rancangan {
        let of = |number: usize| &self.berkas.keputusan[number];
        let disetujui = |number: usize| of(number).terbit == Terbit::Disetujui;
        match job {
            Job::Keputusan(number, jenis) => Rancangan {
                path: format!("{}/{}.pdf", of(*number).folder, jenis.nama),
                disetujui: disetujui(*number),
                nomor: of(*number).nomor_for(jenis, 0).map(str::to_string),
                memuat: Vec::new(),
            },
            Job::Orang(number, jenis, at) => {
                let (keputusan, orang) = (of(*number), &of(*number).orang[*at]);
                let folder = keputusan.folder_for(jenis, *at);
                Rancangan {
                    path: format!("{folder}/{}/{:03}-{}.pdf", jenis.nama, orang.no, orang.nip),
                    disetujui: disetujui(*number),
                    nomor: keputusan.nomor_for(jenis, *at).map(str::to_string),
                    memuat: Vec::new(),
                }
            }
            Job::Gabungan(folder, jenis, orang) => {
                let numbers = orang.iter().map(|(number, at)| of(*number).nomor_for(jenis, *at));
                let first = numbers.clone().next().flatten();
                let memuat: BTreeSet<&str> = numbers.clone().flatten().collect();
                Rancangan {
                    path: self.path_together(folder, jenis),
                    memuat: memuat.into_iter().map(str::to_string).collect(),
                    disetujui: orang.iter().all(|(number, _)| disetujui(*number)),
                    nomor: first.filter(|_| numbers.clone().all(|nomor| nomor == first)).map(str::to_string),
                }
            }
            Job::Rencana(jenis) => Rancangan {
                path: format!("surat/{}.pdf", jenis.nama),
                disetujui: self.whole().terbit == Terbit::Disetujui,
                nomor: None,
                memuat: Vec::new(),
            },
        }
    }

    /// What papers on the whole plan go by: while anybody is not decided on, they are drafts as that person's are.
    pub(super) fn whole(&self) -> &Keputusan {
        let all = &self.berkas.keputusan;
        if let Some(own) = &self.berkas.seluruh {
            return own;
        }
        all.iter().find(|own| own.terbit == Terbit::Draf).unwrap_or(&all[0])
    }

    /// The first letter of a kind, asked for or not.
    pub fn first(&self, jenis: &'static Jenis) -> Job {
        match jenis.cakupan {
            Cakupan::Keputusan => Job::Keputusan(0, jenis),
            Cakupan::Orang => Job::Orang(0, jenis, 0),
            Cakupan::Rencana => Job::Rencana(jenis),
        }
    }

    /// Those a kind of paper may be about.
    fn people<'k>(&self, keputusan: &'k Keputusan, jenis: &Jenis) -> &'k [Orang] {
        if jenis.pns { keputusan.pns() } else { &keputusan.orang }
    }
}
