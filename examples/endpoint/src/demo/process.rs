//! The endpoint in a process of its own, which can be killed.

use std::{
    io::{self, BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use crate::demo::{CLIENT, Mocks};

/// A process with the endpoint, which uses the mocks of this process. It is killed when it is dropped.
#[derive(Debug)]
pub struct Process {
    child: Child,
    /// The standard output, on which the process prints its URLs. It stays open, because printing would fail otherwise.
    stdout: BufReader<ChildStdout>,
}

impl Process {
    /// Starts a program that calls [`serve`](crate::program::serve), with its journal in `folder`.
    ///
    /// # Errors
    /// If the program cannot be started.
    pub fn start(
        mut program: Command,
        mocks: &Mocks,
        folder: &Path,
        policy: &str,
        source: &str,
    ) -> io::Result<Self> {
        let settings = mocks.settings(folder);
        let mut child = program
            .env("ENDPOINT_AUTHORITY", &settings.authority)
            .env("ENDPOINT_AUDIENCE", &settings.audience)
            .env("ENDPOINT_CALLER", &settings.caller)
            .env("ENDPOINT_CLIENT_ID", CLIENT.0)
            .env("ENDPOINT_CLIENT_SECRET", CLIENT.1)
            .env("ENDPOINT_GRAPH", &settings.graph)
            .env("ENDPOINT_SOURCE", source)
            .env("ENDPOINT_DATABASE", &settings.database)
            .env("ENDPOINT_LISTEN", "127.0.0.1:0")
            .env("ENDPOINT_PAGE", "127.0.0.1:0")
            .env("ENDPOINT_POLICY", policy)
            .env("RUST_LOG", "off")
            .stdout(Stdio::piped())
            .spawn()?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let stdout = BufReader::new(stdout);
        Ok(Process { child, stdout })
    }

    /// Waits until the endpoint listens. Returns the URLs for callouts and of the page.
    ///
    /// # Errors
    /// If the process ends before.
    pub fn urls(&mut self) -> io::Result<(String, String)> {
        let mut next = || {
            let mut line = String::new();
            match self.stdout.read_line(&mut line)? {
                0 => Err(io::Error::from(io::ErrorKind::UnexpectedEof)),
                _ => Ok(line.trim().to_owned()),
            }
        };
        Ok((next()?, next()?))
    }

    /// Returns the id of the process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Kills the process (on Unix with SIGKILL) and waits for its end.
    ///
    /// # Errors
    /// If it has ended before.
    pub fn kill(mut self) -> io::Result<()> {
        if self.child.try_wait()?.is_some() {
            return Err(io::Error::other("the process has ended by itself"));
        }
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
