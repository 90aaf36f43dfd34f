"""What the deploy tests need beside Python: an ssh server, on this machine alone."""

from typing import Final

from tests.parts import Part

SSH: Final = Part(name="OpenSSH's client", places=("ssh",), debian=("openssh-client",))
SSHD: Final = Part(name="OpenSSH's server", places=("sshd", "/usr/sbin/sshd"), debian=("openssh-server",), serves=True)
PROGRAMS: Final = (SSH, SSHD)
