//! Numbers and tables of the pack that a folder's settings put in place of ours, and what is said of each.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::Law;
use crate::model::angka::ribuan;

/// Sections of `mutasi.toml` that change the pack; `aturan` has its own reading.
pub const BAGIAN: [&str; 3] = ["angka", "rentang", "puskesmas"];

/// Values by their path in `mutasi.toml`: `["angka", "bup_guru"]` is `60`, `["puskesmas", "perawat", "perkotaan"]` is
/// `5, 8`.
pub type Ubahan = BTreeMap<Vec<String>, String>;

/// A number or an entry of a table that the folder has its own of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diubah {
    /// `angka.bup_guru`.
    pub kunci: String,
    pub nilai: String,
    /// What would hold without it.
    pub bawaan: String,
    /// On what that rests.
    pub dasar: String,
    /// The rule that looks at it, where it is one of ours.
    pub aturan: Option<&'static str>,
}

/// Why a value cannot be put in the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Salah {
    /// No such key; those there are.
    Asing(Vec<String>),
    /// What belongs there and what holds now, in words.
    Nilai(String, String),
}

/// What an entry was, and on what that rested, with what it is now, both in our spelling.
pub(super) struct Lama {
    pub bawaan: String,
    pub nilai: String,
    pub dasar: String,
}

/// What the citation of a number of the folder's own is.
pub(super) const DASAR: &str = "Pengaturan daerah (mutasi.toml)";

/// Two numbers of which the first may not be greater.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urutan {
    /// In words with their values: `angka.spm_guru_sd` is 6.
    pub kecil: (String, i64),
    pub besar: (String, i64),
    /// Paths of all numbers that either rests on.
    pub jalur: Vec<Vec<String>>,
}

impl Law {
    /// With the folder's own numbers and tables. What could not be used was told when the settings were read.
    pub fn with_ubahan(mut self, ubahan: &Ubahan) -> Law {
        for (jalur, nilai) in ubahan {
            let _ = self.ubah(jalur, nilai);
        }
        self
    }

    /// Puts one value in place of the pack's.
    ///
    /// # Errors
    /// A path the pack does not have, or a value that does not belong there; nothing is changed then.
    pub fn ubah(&mut self, jalur: &[String], nilai: &str) -> Result<(), Salah> {
        let words: Vec<&str> = jalur.iter().map(String::as_str).collect();
        let lama = match words[..] {
            ["angka", kunci] => self.ubah_angka(kunci, nilai)?,
            ["rentang", tabel, nama] => self.rentang.ubah(tabel, nama, nilai)?,
            ["puskesmas", tenaga, kategori] => self.puskesmas.ubah(tenaga, kategori, nilai)?,
            ["rentang", _] => return Err(Salah::Asing(super::rentang::TABEL.map(str::to_string).to_vec())),
            ["puskesmas", _] => return Err(Salah::Asing(self.puskesmas.names())),
            _ => return Err(Salah::Asing(Vec::new())),
        };
        // What says the same as the pack changes nothing.
        if lama.bawaan != lama.nilai {
            let kunci = jalur.join(".");
            let aturan = rule_of(&kunci);
            self.diubah.push(Diubah { kunci, nilai: lama.nilai, bawaan: lama.bawaan, dasar: lama.dasar, aturan });
        }
        Ok(())
    }

    /// The numbers and entries that the folder has its own of, in order of their keys.
    pub fn diubah(&self) -> &[Diubah] {
        &self.diubah
    }

    fn ubah_angka(&mut self, kunci: &str, nilai: &str) -> Result<Lama, Salah> {
        let Some(angka) = self.angka.get_mut(kunci) else {
            return Err(Salah::Asing(self.angka.keys().cloned().collect()));
        };
        let range = sensible(kunci);
        let read = nilai.parse::<i64>().ok().filter(|number| range.contains(number)).ok_or_else(|| {
            let harus = format!("bilangan bulat {} sampai {}", ribuan(*range.start()), ribuan(*range.end()));
            Salah::Nilai(harus, angka.nilai.to_string())
        })?;
        let lama = Lama { bawaan: angka.nilai.to_string(), nilai: read.to_string(), dasar: angka.dasar.clone() };
        if read != angka.nilai {
            (angka.nilai, angka.sejak, angka.dasar) = (read, None, DASAR.into());
        }
        Ok(lama)
    }

    /// Pairs of numbers that contradict each other as they hold now.
    pub fn bertentangan(&self) -> Vec<Urutan> {
        let angka = ANGKA_URUT.iter().map(|(kecil, besar)| (angka_path(kecil), angka_path(besar)));
        let aturan = ATURAN_URUT.iter().map(|((a, kecil), (b, besar))| (aturan_path(a, kecil), aturan_path(b, besar)));
        let rombel = self.rule("A-146").parameter.keys().filter_map(|key| key.strip_prefix("rombel_min_"));
        let rombel = rombel.map(|of| {
            let path = |end: &str| aturan_path("A-146", &format!("rombel_{end}_{of}"));
            (path("min"), path("maks"))
        });
        let pairs = angka.chain(aturan).chain(rombel);
        let valued = pairs.map(|(kecil, besar)| {
            let (a, b) = (self.at_path(&kecil), self.at_path(&besar));
            let jalur = [&kecil, &besar].map(|path| path.split('.').map(str::to_string).collect()).to_vec();
            Urutan { kecil: (kecil, a), besar: (besar, b), jalur }
        });
        let all = valued.chain([self.rotasi()]).chain(self.puskesmas());
        all.filter(|pair| pair.kecil.1 > pair.besar.1).collect()
    }

    /// A head of school whose rotation is due only after the last period could never be rotated.
    fn rotasi(&self) -> Urutan {
        const KUNCI: [&str; 3] = ["rotasi_min_bulan", "periode_maks", "periode_bulan"];
        let [rotasi, maks, bulan] = KUNCI.map(|kunci| self.parameter("A-145", kunci));
        Urutan {
            kecil: (aturan_path("A-145", KUNCI[0]), rotasi),
            besar: (format!("{} × {}", aturan_path("A-145", KUNCI[1]), KUNCI[2]), maks.saturating_mul(bulan)),
            jalur: KUNCI.map(|kunci| ["aturan", "A-145", kunci].map(str::to_string).to_vec()).to_vec(),
        }
    }

    /// A puskesmas with beds needs no fewer than one without.
    fn puskesmas(&self) -> impl Iterator<Item = Urutan> {
        self.puskesmas.pairs().map(|(tenaga, kategori, [biasa, inap])| {
            let path = format!("puskesmas.{tenaga}.{kategori}");
            Urutan {
                kecil: (format!("{path} non rawat inap"), i64::from(biasa)),
                besar: (format!("{path} rawat inap"), i64::from(inap)),
                jalur: vec![["puskesmas", tenaga, kategori].map(str::to_string).to_vec()],
            }
        })
    }

    /// The number at `angka.KEY` or `aturan.CODE.KEY`.
    fn at_path(&self, path: &str) -> i64 {
        match path.split('.').collect::<Vec<_>>()[..] {
            ["angka", kunci] => self.angka(kunci).nilai,
            ["aturan", kode, kunci] => self.parameter(kode, kunci),
            _ => unreachable!("paths of pairs are of these two forms"),
        }
    }
}

fn angka_path(kunci: &str) -> String {
    format!("angka.{kunci}")
}

fn aturan_path(kode: &str, kunci: &str) -> String {
    format!("aturan.{kode}.{kunci}")
}

/// Numbers of which the first may not be greater than the second.
const ANGKA_URUT: [(&str, &str); 14] = [
    ("jpm_masih_memenuhi_syarat", "jpm_memenuhi_syarat"),
    ("bk_peserta_didik_minimal", "bk_peserta_didik_maksimal"),
    ("bup_jf", "bup_jf_ahli_madya"),
    ("bup_jf_ahli_madya", "bup_jf_ahli_utama"),
    ("spm_guru_sd_daerah_khusus", "spm_guru_sd"),
    ("beban_kelas_d_perseratus", "beban_kelas_c_perseratus"),
    ("beban_kelas_c_perseratus", "beban_kelas_b_perseratus"),
    ("beban_kelas_b_perseratus", "beban_penuh_perseratus"),
    ("skp_2013_kurang", "skp_2013_cukup"),
    ("skp_2013_cukup", "skp_2013_baik"),
    ("skp_2013_baik", "skp_2013_sangat_baik"),
    ("skp_2013_sangat_baik", "skp_2013_terbesar"),
    ("skp_2019_baik", "skp_2019_sangat_baik"),
    ("skp_2019_sangat_baik", "skp_2019_terbesar"),
];

/// A parameter: code of the rule and name.
type Parameter = (&'static str, &'static str);

/// The same of parameters of rules.
const ATURAN_URUT: [(Parameter, Parameter); 3] = [
    (("A-101", "masa_jabatan_min_bulan"), ("A-102", "masa_jabatan_maks_bulan")),
    (("A-105", "blokir_bulan"), ("A-105", "peringatan_bulan")),
    (("A-137", "jam_min"), ("A-137", "jam_maks")),
];

/// What a number may sensibly be: sums, dates and divisions stay sound.
fn sensible(kunci: &str) -> RangeInclusive<i64> {
    const BY_PREFIX: [(&str, RangeInclusive<i64>); 15] = [
        ("bup_", 55..=75),
        ("jpm_", 0..=100),
        ("jam_mengajar_minimal", 1..=60),
        ("jam_", 0..=60),
        ("bk_", 1..=10_000),
        ("rombel_per_", 1..=1_000),
        ("spm_", 0..=1_000),
        ("zona_abu", 101..=200),
        ("wke_", 1..=527_040),
        ("wkt_menit", 1..=527_040),
        // The days off together are fewer than the days of work.
        ("wkt_hari", 200..=366),
        ("wkt_", 0..=49),
        ("beban_", 1..=1_000),
        ("skp_", 1..=200),
        ("", 0..=10),
    ];
    let found = BY_PREFIX.into_iter().find(|(prefix, _)| kunci.starts_with(prefix));
    found.expect("the last prefix fits every key").1
}

/// The rule whose sentence looks at a number or entry of this path.
fn rule_of(kunci: &str) -> Option<&'static str> {
    const BY_PREFIX: [(&str, &str); 6] = [
        ("angka.bup_", "A-105"),
        ("rentang.jenjang", "A-134"),
        ("rentang.eselon", "A-143"),
        ("rentang.struktural", "A-144"),
        ("rentang.sekolah_swasta", "A-147"),
        ("rentang.kepala_sekolah", "A-148"),
    ];
    BY_PREFIX.into_iter().find(|(prefix, _)| kunci.starts_with(prefix)).map(|(_, kode)| kode)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::puskesmas::KategoriPuskesmas;

    fn law() -> Law {
        Law::at(date(2026, 12, 1), &BTreeMap::new())
    }

    fn changed(jalur: &str, nilai: &str) -> Result<Law, Salah> {
        let mut law = law();
        law.ubah(&jalur.split('/').map(str::to_string).collect::<Vec<_>>(), nilai)?;
        Ok(law)
    }

    #[test]
    fn every_number_of_the_pack_can_be_changed_and_is_told_with_what_it_was() {
        let pack = law();
        assert_eq!(pack.bertentangan(), [], "the pack itself is sound");
        for kunci in pack.angka.keys() {
            let own = pack.angka(kunci);
            let range = sensible(kunci);
            assert!(range.contains(&own.nilai), "{kunci}");
            let other = if own.nilai < *range.end() { own.nilai + 1 } else { own.nilai - 1 };
            let law = changed(&format!("angka/{kunci}"), &other.to_string()).unwrap();
            assert_eq!(law.angka(kunci).nilai, other);
            let told = &law.diubah()[0];
            assert_eq!((&*told.kunci, &*told.bawaan), (&*format!("angka.{kunci}"), &*own.nilai.to_string()));
            assert_eq!(told.dasar, own.dasar);
        }
        assert_eq!(changed("angka/bup_guru", "60").unwrap().diubah(), [], "what is the same is no change");
    }

    #[test]
    fn entries_of_the_tables_can_be_changed() {
        let law = changed("rentang/eselon/III.b", "III/c sampai IV/b").unwrap();
        let told = &law.diubah()[0];
        assert_eq!((&*told.bawaan, &*told.dasar), ("III/d sampai IV/a", "PP 13/2002"));
        assert_eq!(told.aturan, Some("A-143"));
        for (jalur, nilai, bawaan) in [
            ("rentang/jenjang/Ahli Madya", "III/d sampai IV/c", "IV/a sampai IV/c"),
            ("rentang/jenjang_pppk/Ahli Muda", "XI sampai XII", "XI sampai XI"),
            ("rentang/struktural/pengawas", "S-1", "D-III"),
            ("rentang/sekolah_swasta/golongan", "III/a", "III/b"),
            ("rentang/struktural/jpt", "S3", "S-1"),
            ("rentang/kepala_sekolah/tingkat", "D3", "S-1"),
            ("rentang/kepala_sekolah/tingkat", "S-2", "S-1"),
            ("puskesmas/perawat/perkotaan", "6, 9", "5, 8"),
        ] {
            assert_eq!(changed(jalur, nilai).unwrap().diubah()[0].bawaan, bawaan, "{jalur}");
        }
        assert_eq!(changed("rentang/struktural/pengawas", "S1").unwrap().diubah()[0].nilai, "S-1");
        assert_eq!(changed("rentang/struktural/pengawas", "D3").unwrap().diubah(), [], "the same in another spelling");
        assert_eq!(changed("puskesmas/perawat/perkotaan", "5,8").unwrap().diubah(), []);
        let law = changed("puskesmas/perawat/perkotaan", "6, 9").unwrap();
        let perawat = law.minimum_puskesmas().tenaga.iter().find(|tenaga| tenaga.nama == "perawat").unwrap();
        assert_eq!(perawat.minimum(KategoriPuskesmas::Perkotaan, true), 9);
        assert!(law.minimum_puskesmas().dasar.ends_with("sebagian diubah daerah"));
    }

    #[test]
    fn a_foreign_key_and_a_value_that_does_not_belong_are_refused() {
        let known = |jalur: &str| match changed(jalur, "6").unwrap_err() {
            Salah::Asing(known) => known,
            Salah::Nilai(..) => Vec::new(),
        };
        assert!(known("angka/bup_gurru").contains(&"bup_guru".to_string()));
        assert!(known("rentang/eselonn/III.b").contains(&"eselon".to_string()));
        assert!(known("rentang/struktural/jptt").contains(&"jpt".to_string()));
        assert!(known("puskesmas/perawatt/perkotaan").contains(&"perawat".to_string()));
        assert!(known("puskesmas/perawat/kota").contains(&"perkotaan".to_string()));
        for (jalur, nilai) in [
            ("angka/bup_guru", "600"),
            ("angka/bup_guru", "40"),
            ("angka/jam_mengajar_minimal", "0"),
            ("rentang/eselon/III.b", "IV/b sampai III/c"),
            ("rentang/eselon/III.b", "III/c"),
            ("rentang/struktural/jpt", "Sarjana Muda"),
            ("puskesmas/perawat/perkotaan", "5"),
            ("puskesmas/perawat/perkotaan", "5, -1"),
        ] {
            assert!(matches!(changed(jalur, nilai), Err(Salah::Nilai(..))), "{jalur} {nilai}");
        }
    }

    #[test]
    fn numbers_that_contradict_each_other_are_named() {
        let law = changed("angka/spm_guru_sd", "3").unwrap();
        let told: Vec<_> = law.bertentangan().into_iter().map(|pair| (pair.kecil, pair.besar)).collect();
        assert_eq!(told, [(("angka.spm_guru_sd_daerah_khusus".into(), 4), ("angka.spm_guru_sd".into(), 3))]);
        let law = changed("puskesmas/perawat/perdesaan", "9, 3").unwrap();
        let told = law.bertentangan();
        assert_eq!((told.len(), told[0].kecil.1, told[0].besar.1), (1, 9, 3));
    }
}
