package org.parley.media.picture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Takes the primary picture out of a HEIC file, as cameras of phones write it: one HEVC
 * picture, or a grid of them, perhaps with another one for its opacity.
 *
 * @see <a href="https://www.iso.org/standard/83650.html">ISO/IEC 23008-12</a>
 * @see <a href="https://www.iso.org/standard/83336.html">ISO/IEC 14496-15, HEVC</a>
 */
final class HeicReader {

	private static final byte[] START = { 0, 0, 0, 1 };

	/** The kinds of auxiliary pictures that are the opacity of another. */
	private static final List<String> OPACITY = List.of("urn:mpeg:hevc:2015:auxid:1\0",
			"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0");

	/** The names of these kinds are shorter. */
	private static final int MAX_KIND = 64;

	private static final int MAX_TILES = 1_024;

	/** More boxes, items and extents than a picture of so many tiles needs. */
	private static final int MAX_PARTS = 64 * MAX_TILES;

	/** The largest picture, and what is repeated for each tile. */
	private static final int MAX_STREAM = 16 * 1024 * 1024;

	private final byte[] file;

	private final Map<Long, String> types = new HashMap<>();

	private final Map<Long, List<Extent>> places = new HashMap<>();

	private final Map<Long, List<Long>> derived = new HashMap<>();

	private final Map<Long, List<Long>> auxiliary = new HashMap<>();

	private final Map<Long, List<Integer>> associations = new HashMap<>();

	private final List<HeifBox> properties = new ArrayList<>();

	private long primary;

	private long data;

	private int parts;

	private HeicReader(byte[] file) {
		this.file = file;
	}

	/** Finds the picture; empty if it is none of HEVC, such as one of AVIF. */
	static Optional<HeicPicture> find(byte[] file) {
		var reader = new HeicReader(file);
		reader.readMeta();
		return Optional.ofNullable(reader.picture(reader.primary, reader.opacity()));
	}

	/** The colour profile of the picture, of whatever codec; empty if it needs none. */
	static byte[] profileOf(byte[] file) {
		var reader = new HeicReader(file);
		reader.readMeta();
		return reader.profile(reader.primary);
	}

	private void readMeta() {
		for (var box : boxes(0, this.file.length)) {
			if (box.type().equals("meta")) {
				boxes(box.start() + 4, box.end()).forEach(this::read);
				return;
			}
		}
	}

	private void read(HeifBox box) {
		var bytes = box.bytes(this.file);
		switch (box.type()) {
			case "pitm" -> this.primary = (version(bytes) == 0) ? bytes.nextShort() : bytes.nextInt();
			case "iinf" -> {
				var wide = version(bytes) != 0;
				boxes(box.start() + (wide ? 8 : 6), box.end()).forEach(this::readType);
			}
			case "iloc" -> readPlaces(bytes);
			case "iref" -> {
				var wide = version(bytes) != 0;
				boxes(box.start() + 4, box.end()).forEach((reference) -> readReference(reference, wide));
			}
			case "iprp" -> boxes(box.start(), box.end()).forEach(this::readProperties);
			case "idat" -> this.data = box.start();
			default -> {
				// not about pictures
			}
		}
	}

	private static int version(PictureBytes bytes) {
		return (int) (bytes.nextInt() >> 24);
	}

	private void readType(HeifBox box) {
		var bytes = box.bytes(this.file);
		var version = version(bytes);
		var id = (version < 3) ? bytes.nextShort() : bytes.nextInt();
		bytes.skip(2);
		this.types.put(id, bytes.nextText(4));
	}

	private void readPlaces(PictureBytes bytes) {
		var version = version(bytes);
		var sizes = bytes.nextShort();
		var count = (version < 2) ? bytes.nextShort() : bytes.nextInt();
		for (var item = 0L; item < count; item++) {
			countPart();
			var id = (version < 2) ? bytes.nextShort() : bytes.nextInt();
			var isInData = version > 0 && (bytes.nextShort() & 0xF) == 1;
			bytes.skip(2);
			var base = number(bytes, sizes >> 4 & 0xF);
			var extents = new ArrayList<Extent>();
			for (var left = bytes.nextShort(); left > 0; left--) {
				countPart();
				bytes.skip((version > 0) ? sizes & 0xF : 0);
				var offset = base + number(bytes, sizes >> 12 & 0xF);
				extents.add(new Extent(isInData, offset, number(bytes, sizes >> 8 & 0xF)));
			}
			this.places.put(id, extents);
		}
	}

	/** Bounds the memory of a description, of which some parts take no byte. */
	private void countPart() {
		if (++this.parts > MAX_PARTS) {
			throw PictureBytes.damaged();
		}
	}

	private static long number(PictureBytes bytes, int size) {
		var number = 0L;
		for (var left = size; left > 0; left--) {
			number = number << 8 | bytes.next();
		}
		return number;
	}

	private void readReference(HeifBox box, boolean wide) {
		if (!box.type().equals("dimg") && !box.type().equals("auxl")) {
			return;
		}
		var bytes = box.bytes(this.file);
		var from = wide ? bytes.nextInt() : bytes.nextShort();
		var to = new ArrayList<Long>();
		for (var left = bytes.nextShort(); left > 0; left--) {
			countPart();
			to.add(wide ? bytes.nextInt() : bytes.nextShort());
		}
		(box.type().equals("dimg") ? this.derived : this.auxiliary).put(from, to);
	}

	private void readProperties(HeifBox box) {
		if (box.type().equals("ipco")) {
			this.properties.addAll(boxes(box.start(), box.end()));
		}
		else if (box.type().equals("ipma")) {
			readAssociations(box.bytes(this.file));
		}
	}

	private void readAssociations(PictureBytes bytes) {
		var head = bytes.nextInt();
		var isWide = (head & 1) != 0;
		for (var left = bytes.nextInt(); left > 0; left--) {
			countPart();
			var id = (head >> 24 == 0) ? bytes.nextShort() : bytes.nextInt();
			var numbers = new ArrayList<Integer>();
			for (var more = bytes.next(); more > 0; more--) {
				countPart();
				numbers.add(isWide ? bytes.nextShort() & 0x7FFF : bytes.next() & 0x7F);
			}
			this.associations.put(id, numbers);
		}
	}

	/** A damaged opacity does not hide the picture. */
	private @Nullable HeicPicture opacity() {
		try {
			return this.auxiliary.entrySet()
				.stream()
				.filter((of) -> of.getValue().contains(this.primary) && isOpacity(of.getKey()))
				.findFirst()
				.map((found) -> picture(found.getKey(), null))
				.orElse(null);
		}
		catch (MediaRefusedException ex) {
			return null;
		}
	}

	private boolean isOpacity(long item) {
		return propertiesOf(item, "auxC").stream().anyMatch((property) -> {
			var bytes = property.bytes(this.file);
			bytes.skip(4);
			var kind = bytes.nextText(Math.min(bytes.remaining(), MAX_KIND));
			return OPACITY.stream().anyMatch(kind::startsWith);
		});
	}

	private @Nullable HeicPicture picture(long item, @Nullable HeicPicture opacity) {
		return switch (this.types.getOrDefault(item, "")) {
			case "hvc1" -> picture(item, List.of(item), grid(1, 1, size(item)), opacity);
			case "grid" -> composed(item, opacity);
			default -> null;
		};
	}

	private @Nullable HeicPicture composed(long item, @Nullable HeicPicture opacity) {
		var tiles = this.derived.getOrDefault(item, List.of());
		var bytes = new PictureBytes(content(item));
		bytes.skip(1);
		var isWide = (bytes.next() & 1) != 0;
		var rows = bytes.next() + 1;
		var columns = bytes.next() + 1;
		var size = new long[] { isWide ? bytes.nextInt() : bytes.nextShort(),
				isWide ? bytes.nextInt() : bytes.nextShort() };
		if (tiles.size() != rows * columns || tiles.size() > MAX_TILES) {
			throw PictureBytes.damaged();
		}
		return this.types.getOrDefault(tiles.getFirst(), "").equals("hvc1")
				? picture(item, tiles, grid(columns, rows, size), opacity) : null;
	}

	private static HeicPicture.TileGrid grid(int columns, int rows, long[] size) {
		if (size[0] < 1 || size[1] < 1 || size[0] * size[1] > PictureFile.MAX_PIXELS) {
			throw PictureBytes.damaged();
		}
		return new HeicPicture.TileGrid(columns, rows, (int) size[0], (int) size[1]);
	}

	private HeicPicture picture(long item, List<Long> tiles, HeicPicture.TileGrid grid, @Nullable HeicPicture opacity) {
		var stream = new ByteArrayOutputStream();
		tiles.forEach((tile) -> writeTile(tile, stream));
		return new HeicPicture(stream.toByteArray(), grid, turns(item), profile(item), opacity);
	}

	private void writeTile(long tile, ByteArrayOutputStream stream) {
		var bytes = propertiesOf(tile, "hvcC").stream().findFirst().orElseThrow(PictureBytes::damaged).bytes(this.file);
		bytes.skip(21);
		var lengthSize = (bytes.next() & 3) + 1;
		for (var arrays = bytes.next(); arrays > 0; arrays--) {
			bytes.skip(1);
			for (var units = bytes.nextShort(); units > 0; units--) {
				writeUnit(bytes, bytes.nextShort(), stream);
			}
		}
		var coded = new PictureBytes(content(tile));
		while (coded.hasMore()) {
			writeUnit(coded, number(coded, lengthSize), stream);
		}
	}

	private static void writeUnit(PictureBytes bytes, long length, ByteArrayOutputStream stream) {
		requireRoom(stream, START.length + length);
		stream.writeBytes(START);
		stream.writeBytes(bytes.nextBytes(length));
	}

	private static void requireRoom(ByteArrayOutputStream stream, long length) {
		if (length > MAX_STREAM - stream.size()) {
			throw PictureBytes.damaged();
		}
	}

	private long[] size(long item) {
		var bytes = propertiesOf(item, "ispe").stream().findFirst().orElseThrow(PictureBytes::damaged).bytes(this.file);
		bytes.skip(4);
		return new long[] { bytes.nextInt(), bytes.nextInt() };
	}

	private List<HeicPicture.Turn> turns(long item) {
		var turns = new ArrayList<HeicPicture.Turn>();
		for (var property : propertiesOf(item, "irot", "imir")) {
			var value = property.bytes(this.file).next();
			if (property.type().equals("imir")) {
				turns.add(((value & 1) == 0) ? HeicPicture.Turn.UPSIDE_DOWN : HeicPicture.Turn.MIRROR);
			}
			else {
				rotation(value & 3).ifPresent(turns::add);
			}
		}
		return turns;
	}

	/** The turn to the left by so many quarters. */
	private static Optional<HeicPicture.Turn> rotation(int quarters) {
		return switch (quarters) {
			case 1 -> Optional.of(HeicPicture.Turn.LEFT);
			case 2 -> Optional.of(HeicPicture.Turn.AROUND);
			case 3 -> Optional.of(HeicPicture.Turn.RIGHT);
			default -> Optional.empty();
		};
	}

	/** A damaged profile does not hide the picture. */
	private byte[] profile(long item) {
		try {
			return readProfile(item);
		}
		catch (MediaRefusedException ex) {
			return new byte[0];
		}
	}

	/** The profile of the file, or one for the curve that it names. */
	private byte[] readProfile(long item) {
		var made = new byte[0];
		for (var property : propertiesOf(item, "colr")) {
			var bytes = property.bytes(this.file);
			var kind = bytes.nextText(4);
			if (kind.equals("prof") || kind.equals("rICC")) {
				return bytes.nextBytes(bytes.remaining());
			}
			if (kind.equals("nclx")) {
				made = HighRangeProfile.of(bytes.nextShort(), bytes.nextShort());
			}
		}
		return made;
	}

	private List<HeifBox> propertiesOf(long item, String... types) {
		return this.associations.getOrDefault(item, List.of())
			.stream()
			.filter((number) -> number > 0 && number <= this.properties.size())
			.map((number) -> this.properties.get(number - 1))
			.filter((property) -> List.of(types).contains(property.type()))
			.toList();
	}

	private byte[] content(long item) {
		var content = new ByteArrayOutputStream();
		for (var extent : this.places.getOrDefault(item, List.of())) {
			var bytes = new PictureBytes(this.file);
			bytes.skip((extent.isInData() ? this.data : 0) + extent.offset());
			requireRoom(content, extent.length());
			content.writeBytes(bytes.nextBytes(extent.length()));
		}
		return content.toByteArray();
	}

	/** The boxes of a part of the file; one of length zero reaches to its end. */
	private List<HeifBox> boxes(int start, int end) {
		var boxes = new ArrayList<HeifBox>();
		for (var at = start; end - at >= HeifBox.HEADER;) {
			var bytes = new PictureBytes(this.file);
			bytes.skip(at);
			var size = bytes.nextInt();
			var length = (size == 0) ? end - at : size;
			if (length < HeifBox.HEADER || length > end - at) {
				break;
			}
			countPart();
			boxes.add(new HeifBox(bytes.nextText(4), at + HeifBox.HEADER, (int) (at + length)));
			at += (int) length;
		}
		return boxes;
	}

	/** A part of an item, in the file or in the data of its description. */
	private record Extent(boolean isInData, long offset, long length) {
	}

	/** A box: its type, and where its content begins and ends. */
	private record HeifBox(String type, int start, int end) {

		private static final int HEADER = 8;

		private PictureBytes bytes(byte[] file) {
			return new PictureBytes(file, this.start, this.end);
		}

	}

}
