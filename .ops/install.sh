#!/usr/bin/env bash
# bash .ops/install.sh WHEELS [HOST]: install or upgrade on Debian with Python 3.11, without internet; run as root from the program's folder.
#   WHEELS  folder made by wheels.sh          HOST  public name of the site, such as bang.tinh.gov.vn (default: localhost)
# Nothing of the data is touched: the store lies in /var/lib/chi-tieu, settings in /etc/chi-tieu. DESTDIR=/dir tries it without root.
set -euo pipefail
cd "$(dirname "$0")/.."

wheels=$(cd "${1:?"bash .ops/install.sh THƯ_MỤC_GÓI [TÊN_MIỀN]"}" && pwd)
host=${2:-localhost}
root=${DESTDIR:-}
program=$root/opt/chi-tieu

python3.11 -c 'import venv, ensurepip' || { echo "Thiếu Python 3.11: apt-get install python3.11 python3.11-venv" >&2; exit 2; }
if [ -z "$root" ]; then
  id chi-tieu >/dev/null 2>&1 || useradd --system --home-dir /var/lib/chi-tieu --shell /usr/sbin/nologin chi-tieu
fi

# a new folder is filled and takes the old one's place when it is whole; the old one stays beside it
new=$root/opt/chi-tieu.moi
rm -rf "$new"
mkdir -p "$new"
tar --exclude=./.git --exclude=./.venv --exclude=./data/store --exclude='__pycache__' -cf - . | tar -xf - -C "$new"
chmod -R go+rX,u+w "$new"
python3.11 -m venv "$new/.venv"
"$new/.venv/bin/python" -m pip install -q --no-index --find-links "$wheels" --require-hashes -r requirements.txt -r .requirements/shared.txt
# the service may not write beside the program: without this every start would translate all of it anew
"$new/.venv/bin/python" -m compileall -q -s "$new" -p "$program" "$new/app.py" "$new/components" "$new/data" "$new/pages" "$new/queries"
rm -rf "$program.truoc"
[ ! -e "$program" ] || mv "$program" "$program.truoc"
mv "$new" "$program"

mkdir -p "$root/etc/chi-tieu" "$root/etc/systemd/system" "$root/etc/systemd/journald.conf.d" "$root/etc/logrotate.d" \
  "$root/etc/nginx/sites-available" "$root/var/log/chi-tieu" "$root/var/backups/chi-tieu" "$root/usr/local/sbin"
if [ ! -e "$root/etc/chi-tieu/moi-truong" ]; then
  printf 'TEN_MIEN=%s\nREADING=open\nIDLE_MINUTES=30\nNOI_SAO_LUU=/var/backups/chi-tieu\n' "$host" > "$root/etc/chi-tieu/moi-truong"
  chmod 640 "$root/etc/chi-tieu/moi-truong"
fi
cp .ops/chi-tieu.service .ops/chi-tieu-backup.service .ops/chi-tieu-backup.timer "$root/etc/systemd/system/"
install -m 755 .ops/chi-tieu.sh "$root/usr/local/sbin/chi-tieu"
cp .ops/journald.conf "$root/etc/systemd/journald.conf.d/chi-tieu.conf"
cp .ops/logrotate.conf "$root/etc/logrotate.d/chi-tieu"
[ -e "$root/etc/nginx/sites-available/chi-tieu" ] || sed "s/bang\.tinh\.example/$host/g" .ops/nginx.conf > "$root/etc/nginx/sites-available/chi-tieu"
if [ -z "$root" ]; then
  chown chi-tieu:chi-tieu /var/backups/chi-tieu
  chmod 700 /var/backups/chi-tieu
  chown root:chi-tieu /etc/chi-tieu/moi-truong
  chown www-data:adm /var/log/chi-tieu
  systemctl daemon-reload
  systemctl enable --quiet chi-tieu chi-tieu-backup.timer
  systemctl restart chi-tieu chi-tieu-backup.timer
fi
echo "Đã cài phiên bản $(grep -m1 '^version' data/changelog.toml | cut -d'"' -f2) vào $program; bản trước (nếu có) ở $program.truoc."
echo "Mật khẩu lần đầu của quản trị: journalctl -u chi-tieu | grep -A4 'Chưa có tài khoản'"
