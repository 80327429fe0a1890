package org.parley.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes HEIC files as phones write them: a grid of tiles of HEVC, turned when shown. */
public final class TestHeic {

	/** The size of a tile. */
	private static final int WIDTH = 320;

	private static final int HEIGHT = 180;

	private static final int GRID = 1;

	private static final int FIRST_TILE = 2;

	private static final int OPACITY = 6;

	private TestHeic() {
	}

	/** A photo whose description comes before its tiles. */
	public static byte[] describedFirst() {
		return photo(true, false);
	}

	/** A photo that is transparent where a smaller picture is dark. */
	public static byte[] cutOut() {
		return photo(false, true);
	}

	/** A photo of four tiles, of which the last are cropped, turned by 270 degrees. */
	public static byte[] photo(String... options) {
		return photo(false, false, options);
	}

	private static byte[] photo(boolean describedFirst, boolean cutOut, String... options) {
		var units = units(tile(options));
		var tile = new ByteArrayOutputStream();
		units.stream().filter((unit) -> typeOf(unit) < 32).forEach((unit) -> tile.writeBytes(sized(4, unit)));
		var brand = TestVideos.box("ftyp", text("heic"), number(4, 0), text("mif1heic"));
		var data = TestVideos.box("mdat", tile.toByteArray());
		var start = brand.length + 8;
		var size = describedFirst ? meta(units, start, tile.size(), cutOut).length : 0;
		var meta = meta(units, start + size, tile.size(), cutOut);
		return describedFirst ? TestPictures.join(brand, meta, data) : TestPictures.join(brand, data, meta);
	}

	private static byte[] meta(List<byte[]> units, int offset, int length, boolean cutOut) {
		var opacity = TestVideos.box(cutOut ? "auxl" : "cdsc", number(2, OPACITY), number(2, 1), number(2, GRID));
		return TestVideos.box("meta", number(4, 0), full("hdlr", number(4, 0), text("pict"), new byte[13]),
				full("pitm", number(2, GRID)), items(),
				full("iref",
						TestVideos.box("dimg", number(2, GRID), number(2, 4), number(2, 2), number(2, 3), number(2, 4),
								number(2, 5)),
						opacity),
				properties(units), places(offset, length),
				TestVideos.box("idat", new byte[] { 0, 0, 1, 1 }, number(2, 600), number(2, 340)));
	}

	private static byte[] tile(String... options) {
		var all = new ArrayList<>(List.of("-c:v", "libx265", "-frames:v", "1", "-an"));
		all.addAll(List.of(options));
		return TestVideos.encoded("hevc", all.toArray(String[]::new));
	}

	private static byte[] items() {
		var items = new ArrayList<byte[]>(List.of(number(2, 6), item(GRID, "grid")));
		for (var tile = FIRST_TILE; tile <= OPACITY; tile++) {
			items.add(item(tile, "hvc1"));
		}
		return full("iinf", items.toArray(byte[][]::new));
	}

	private static byte[] item(int id, String type) {
		return TestVideos.box("infe", number(4, 0x2000000), number(2, id), number(2, 0), text(type), new byte[1]);
	}

	private static byte[] properties(List<byte[]> units) {
		var description = new ByteArrayOutputStream();
		description.writeBytes(new byte[21]);
		description.writeBytes(new byte[] { 3, 3 });
		for (var type = 32; type <= 34; type++) {
			var wanted = type;
			var unit = units.stream().filter((one) -> typeOf(one) == wanted).findFirst().orElseThrow();
			description.write(type);
			description.writeBytes(number(2, 1));
			description.writeBytes(sized(2, unit));
		}
		var all = TestVideos.box("ipco", TestVideos.box("hvcC", description.toByteArray()),
				full("ispe", number(4, WIDTH), number(4, HEIGHT)), full("ispe", number(4, 600), number(4, 340)),
				TestVideos.box("irot", new byte[] { 3 }), full("auxC", text("urn:mpeg:hevc:2015:auxid:1\0")));
		var uses = new ByteArrayOutputStream();
		uses.writeBytes(number(4, 6));
		uses.writeBytes(new byte[] { 0, GRID, 2, 3, (byte) 0x84 });
		for (var tile = FIRST_TILE; tile < FIRST_TILE + 4; tile++) {
			uses.writeBytes(new byte[] { 0, (byte) tile, 2, (byte) 0x81, 2 });
		}
		uses.writeBytes(new byte[] { 0, OPACITY, 4, (byte) 0x81, 2, (byte) 0x84, 5 });
		return TestVideos.box("iprp", all, full("ipma", uses.toByteArray()));
	}

	/** All tiles are the same bytes of the file; the grid is in its description. */
	private static byte[] places(int offset, int length) {
		var places = new ByteArrayOutputStream();
		places.writeBytes(new byte[] { 1, 0, 0, 0, 0x44, 0, 0, 6 });
		places.writeBytes(new byte[] { 0, GRID, 0, 1, 0, 0, 0, 1 });
		places.writeBytes(TestPictures.join(number(4, 0), number(4, 8)));
		for (var tile = FIRST_TILE; tile <= OPACITY; tile++) {
			places.writeBytes(new byte[] { 0, (byte) tile, 0, 0, 0, 0, 0, 1 });
			places.writeBytes(TestPictures.join(number(4, offset), number(4, length)));
		}
		return TestVideos.box("iloc", places.toByteArray());
	}

	/** The units between the start codes of a stream. */
	private static List<byte[]> units(byte[] stream) {
		var text = new String(stream, StandardCharsets.ISO_8859_1).replace("\0\0\0\1", "\0\0\1");
		return List.of(text.split("\0\0\1", -1))
			.stream()
			.filter((unit) -> !unit.isEmpty())
			.map((unit) -> unit.getBytes(StandardCharsets.ISO_8859_1))
			.toList();
	}

	private static int typeOf(byte[] unit) {
		return unit[0] >> 1 & 0x3F;
	}

	private static byte[] sized(int bytes, byte[] content) {
		return TestPictures.join(number(bytes, content.length), content);
	}

	private static byte[] full(String type, byte[]... content) {
		var parts = new ArrayList<byte[]>(List.of(number(4, 0)));
		parts.addAll(List.of(content));
		return TestVideos.box(type, parts.toArray(byte[][]::new));
	}

	private static byte[] number(int bytes, long value) {
		return Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(value).array(), 8 - bytes, 8);
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
