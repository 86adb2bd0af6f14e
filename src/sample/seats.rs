//! Synthetic teachers put onto given real schools, so that totals are real and no person is.

use crate::model::artifact::PlainWorkbook;
use crate::model::unit::BentukPendidikan;
use crate::sample::columns::SIASN_WITH_KODE;
use crate::sample::jabatan::{self, JabatanKind};
use crate::sample::people::{People, Person};
use crate::sample::rng::Rng;
use crate::sample::schools::{KEPALA_SEKOLAH, guru_need};
use crate::sample::units::{Bidang, SampleUnit};
use crate::sample::{Wanted, finish, offices, sheets};

/// A school as a real workbook lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolSeat {
    pub nama: String,
    pub npsn: String,
    pub bentuk: BentukPendidikan,
    pub kecamatan: String,
    pub rombel: Option<u32>,
    /// Teachers the school has; so many people are made for it.
    pub guru: Option<u32>,
}

/// Personnel workbooks with exactly `guru` people for each school: the kepala sekolah first, then the teachers of
/// PAI and PJOK that its rombel ask for, then guru kelas. `wanted.people` and `wanted.bentuk` are not used.
pub fn people_onto(schools: &[SchoolSeat], wanted: &Wanted) -> Vec<PlainWorkbook> {
    let rng = Rng::new(wanted.seed);
    let mut people = People::new(rng.fork(20), wanted.periode.first_day());
    let units: Vec<SampleUnit> = schools.iter().map(unit).collect();
    for (index, school) in schools.iter().enumerate() {
        let staff = staff(school);
        for place in 0..school.guru.unwrap_or(0) as usize {
            // Who comes after the staff is one more of its last kind.
            let jabatan = staff.get(place).or(staff.last()).expect("a school's staff begins with its kepala sekolah");
            let tugas = (place == 0).then_some(KEPALA_SEKOLAH);
            people.add(index, jabatan, tugas, &[school.kecamatan.as_str()]);
        }
    }
    let placed: Vec<(&Person, &SampleUnit)> = people.made.iter().map(|person| (person, &units[person.unit])).collect();
    let made = sheets::personnel(wanted, "pegawai-dinas-pendidikan", &SIASN_WITH_KODE, &[], &placed);
    finish(wanted, &rng, made, Vec::new()).workbooks
}

/// The kepala sekolah and the posts to fill, in order; the last kind takes everyone else.
fn staff(school: &SchoolSeat) -> Vec<&'static JabatanKind> {
    let rombel = school.rombel.unwrap_or(0);
    match school.bentuk {
        BentukPendidikan::Tk | BentukPendidikan::Nonformal => vec![&jabatan::GURU_TK],
        BentukPendidikan::Sd | BentukPendidikan::Slb => {
            let subject = guru_need(4, rombel) as usize;
            let mut staff = vec![&jabatan::GURU_KELAS];
            staff.extend(std::iter::repeat_n(&jabatan::GURU_PAI, subject));
            staff.extend(std::iter::repeat_n(&jabatan::GURU_PJOK, subject));
            staff.push(&jabatan::GURU_KELAS);
            staff
        }
        BentukPendidikan::Smp | BentukPendidikan::Sma | BentukPendidikan::Smk => {
            let subjects = jabatan::GURU_MAPEL.iter().map(|(jabatan, hours)| (jabatan, *hours));
            let all = [(&jabatan::GURU_PAI, 3), (&jabatan::GURU_PJOK, 3)].into_iter().chain(subjects);
            let mut staff = vec![&jabatan::GURU_BK];
            staff.extend(
                all.flat_map(|(jabatan, hours)| std::iter::repeat_n(jabatan, guru_need(hours, rombel) as usize)),
            );
            staff
        }
    }
}

fn unit(school: &SchoolSeat) -> SampleUnit {
    SampleUnit {
        kode: school.npsn.clone(),
        nama: school.nama.clone(),
        jenis: "Sekolah",
        bidang: Bidang::Pendidikan,
        induk: offices::DINAS_PENDIDIKAN.to_string(),
        tempat: 0,
        sekolah: None,
        posts: Vec::new(),
    }
}
