"""What can keep the page from being served."""

from __future__ import annotations

from itaanalysis.errors import UserError


class PortError(UserError):
    """No page can be served at this port. The text is one sentence in Thai and one in English."""

    @classmethod
    def taken(cls, port: int) -> PortError:
        """Another program is there."""
        return cls(
            f"มีโปรแกรมอื่นใช้พอร์ต {port} อยู่ โปรดเลือกพอร์ตอื่นด้วย --port หรือไม่ต้องระบุ\n"
            f"Another program uses port {port}: choose another with --port, or leave it out."
        )

    @classmethod
    def refused(cls, port: int) -> PortError:
        """The computer does not give it."""
        return cls(
            f"ใช้พอร์ต {port} ไม่ได้ โปรดเลือกพอร์ตตั้งแต่ 1024 ถึง 65535 ด้วย --port หรือไม่ต้องระบุ\n"
            f"Port {port} cannot be used: choose one from 1024 to 65535 with --port, or leave it out."
        )
