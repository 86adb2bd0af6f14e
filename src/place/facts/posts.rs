//! What is known of a post beside need and presence: kind of jabatan, eselon, kelas, qualification.

use std::collections::BTreeMap;

use crate::law::linearitas::{Baris, is_tenaga_kesehatan};
use crate::model::eselon::Eselon;
use crate::model::formasi::Formasi;
use crate::model::jabatan::{Jabatan, JenisJabatan, Jenjang, Petunjuk, Tugas, name_key};
use crate::model::needs::{Needs, Post};
use crate::model::pegawai::Pegawai;
use crate::model::roster::Roster;
use crate::model::unit::{JenisUnit, UnitId};

/// The facts of one post that rules about rank and qualification compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PostFacts<'a> {
    /// Number of the jabatan's name: two spellings of one name have one number.
    pub nama: u32,
    pub jenis: JenisJabatan,
    pub jenis_unit: JenisUnit,
    /// Eselon that every holder whose eselon is written has.
    pub eselon: Option<Eselon>,
    /// Kelas as the kebutuhan workbooks print it, where their rows agree.
    pub kelas_tertulis: Option<u8>,
    /// The kelas a holder has by the post. A jabatan fungsional has it by jenjang, so a post without jenjang tells none.
    pub kelas: Option<u8>,
    /// Required education as printed.
    pub kualifikasi: Option<&'a str>,
    /// Line of the table of linearity.
    pub baris: Option<u32>,
    /// Whether the profession's qualification is regulated (domain R22).
    pub diatur: bool,
    pub guru: bool,
    pub tenaga_kesehatan: bool,
    pub kepala_sekolah: bool,
}

/// The posts, and the keys of their names by number.
pub(super) fn posts<'a>(roster: &'a Roster, needs: &Needs, lines: &[Baris]) -> (Vec<PostFacts<'a>>, Vec<String>) {
    let mut formasi: BTreeMap<(UnitId, String, Option<Jenjang>), Vec<&Formasi>> = BTreeMap::new();
    for row in &roster.formasi {
        formasi.entry((row.unit, name_key(&row.jabatan.nama), row.jabatan.jenjang)).or_default().push(row);
    }
    let mut holders: Vec<Vec<&Pegawai>> = vec![Vec::new(); needs.posts.len()];
    for (pegawai, post) in roster.pegawai.iter().zip(&needs.post_of) {
        post.iter().for_each(|post| holders[post.0 as usize].push(pegawai));
    }
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    let of_post = |(post, holders): (&Post, &Vec<&Pegawai>)| {
        let jenis_unit = roster.unit(post.unit).jenis;
        let key = name_key(&post.jabatan);
        let rows = formasi.get(&(post.unit, key.clone(), post.jenjang)).map_or(&[][..], Vec::as_slice);
        let jenis = jenis(post, rows, holders);
        let baris = lines.iter().position(|line| line.covers(&post.jabatan, jenis_unit));
        let guru = key == "GURU" || key.starts_with("GURU ");
        let kelas_tertulis = agreed(rows.iter().filter_map(|row| row.kelas_jabatan));
        let by_jenjang = jenis == JenisJabatan::Fungsional && post.jenjang.is_none();
        let next = names.len() as u32;
        PostFacts {
            tenaga_kesehatan: is_tenaga_kesehatan(&key),
            kepala_sekolah: Tugas::parse(&post.jabatan).is_kepala_sekolah(),
            nama: *names.entry(key).or_insert(next),
            jenis,
            jenis_unit,
            eselon: agreed(holders.iter().filter_map(|pegawai| pegawai.profesi.eselon)),
            kelas_tertulis,
            kelas: kelas_tertulis.filter(|_| !by_jenjang),
            kualifikasi: rows.iter().find_map(|row| row.kualifikasi.as_deref()),
            baris: baris.map(|line| line as u32),
            diatur: guru || baris.is_some_and(|line| lines[line].diatur()),
            guru,
        }
    };
    let posts = needs.posts.iter().zip(&holders).map(of_post).collect();
    let mut keys = vec![String::new(); names.len()];
    names.into_iter().for_each(|(key, at)| keys[at as usize] = key);
    (posts, keys)
}

/// As the kebutuhan workbook says, else as its holders are, else as its name tells.
fn jenis(post: &Post, rows: &[&Formasi], holders: &[&Pegawai]) -> JenisJabatan {
    let of_rows = rows.first().map(|row| row.jabatan.jenis);
    let of_holders = || holders.first().map(|pegawai| pegawai.jabatan.jenis);
    let of_name = || Jabatan::parse(&post.jabatan, Petunjuk::default()).map(|jabatan| jabatan.jenis);
    of_rows.or_else(of_holders).or_else(of_name).unwrap_or(JenisJabatan::Pelaksana)
}

/// The value, where all that is said is the same.
fn agreed<T: PartialEq + Copy>(mut said: impl Iterator<Item = T>) -> Option<T> {
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}
