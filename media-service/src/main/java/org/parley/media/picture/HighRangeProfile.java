package org.parley.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Colour profiles of pictures with a high range of tones, which have none: cameras and
 * phones only name their curve. The profile maps the tones to those of every screen.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-BT.2100">ITU-R BT.2100</a>
 * @see <a href="https://www.color.org/icc_specs2.xalter">ICC.1</a>
 */
final class HighRangeProfile {

	/** The curves by their numbers of ITU-T H.273: PQ and HLG. */
	private static final Map<Integer, DoubleUnaryOperator> CURVES = Map.of(16, HighRangeProfile::pq, 18,
			HighRangeProfile::hlg);

	private static final int DISPLAY_P3 = 12;

	/** Red, green and blue of Display P3 for the white of profiles. */
	private static final double[][] COLORS_OF_P3 = { { 0.51512, 0.24120, -0.00105 }, { 0.29198, 0.69225, 0.04189 },
			{ 0.15710, 0.06657, 0.78407 } };

	/** Those of ITU-R BT.2020. */
	private static final double[][] COLORS = { { 0.67346, 0.27904, -0.00194 }, { 0.16566, 0.67534, 0.02998 },
			{ 0.12505, 0.04561, 0.79688 } };

	private static final double[] WHITE = { 0.9642, 1, 0.8249 };

	/** White paper and the brightest tone that differs from others, in cd/m². */
	private static final double PAPER = 203;

	private static final double PEAK = 1_000;

	private static final int POINTS = 1_024;

	private static final int HEADER = 128;

	private static final int ENTRY = 12;

	private static final int XYZ = 20;

	private HighRangeProfile() {
	}

	/**
	 * Makes the profile for code points of ITU-T H.273; empty for another curve, which
	 * needs none.
	 */
	static byte[] of(int primaries, int transfer) {
		var curve = CURVES.get(transfer);
		return (curve != null) ? profile((primaries == DISPLAY_P3) ? COLORS_OF_P3 : COLORS, curve) : new byte[0];
	}

	private static byte[] profile(double[][] colors, DoubleUnaryOperator curve) {
		var names = List.of("wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC");
		var begin = HEADER + 4 + names.size() * ENTRY;
		var length = XYZ - 8 + POINTS * 2;
		var profile = ByteBuffer.allocate(begin + 4 * XYZ + length);
		header(profile);
		profile.position(HEADER).putInt(names.size());
		for (var place = 0; place < names.size(); place++) {
			var isCurve = place > 3;
			profile.put(text(names.get(place))).putInt(begin + Math.min(place, 4) * XYZ).putInt(isCurve ? length : XYZ);
		}
		xyz(profile, WHITE);
		for (var color : colors) {
			xyz(profile, color);
		}
		profile.put(text("curv")).putInt(0).putInt(POINTS);
		for (var point = 0; point < POINTS; point++) {
			profile.putShort((short) Math.round(65_535 * shown(curve.applyAsDouble(point / (POINTS - 1.0)))));
		}
		return profile.array();
	}

	private static void header(ByteBuffer profile) {
		profile.putInt(0, profile.capacity()).putInt(8, 0x2100000);
		profile.put(12, text("mntrRGB XYZ "));
		profile.putShort(24, (short) 2026).putShort(26, (short) 1).putShort(28, (short) 1);
		profile.put(36, text("acsp"));
		for (var part = 0; part < WHITE.length; part++) {
			profile.putInt(68 + 4 * part, fixed(WHITE[part]));
		}
	}

	private static void xyz(ByteBuffer profile, double[] color) {
		profile.put(text("XYZ ")).putInt(0);
		for (var part : color) {
			profile.putInt(fixed(part));
		}
	}

	private static int fixed(double number) {
		return (int) Math.round(number * 65_536);
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** The part of a screen's light that shows so many cd/m², by Reinhard's curve. */
	private static double shown(double light) {
		var tone = light / PAPER;
		var peak = PEAK / PAPER;
		return Math.clamp(tone * (1 + tone / (peak * peak)) / (1 + tone), 0, 1);
	}

	private static double pq(double signal) {
		var power = Math.pow(signal, 1 / 78.84375);
		return 10_000 * Math.pow(Math.max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
	}

	private static double hlg(double signal) {
		var scene = (signal <= 0.5) ? signal * signal / 3
				: (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
		return PEAK * Math.pow(scene, 1.2);
	}

}
