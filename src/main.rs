//! The `mutasi` command.

fn main() -> std::process::ExitCode {
    mutasi::cli::main()
}
