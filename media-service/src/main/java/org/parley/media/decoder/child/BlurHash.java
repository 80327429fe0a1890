package org.parley.media.decoder.child;

/**
 * Encodes a small picture as a BlurHash of 4 by 3 components.
 *
 * @see <a href="https://github.com/woltapp/blurhash/blob/master/Algorithm.md">BlurHash
 * algorithm</a>
 */
final class BlurHash {

	private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

	private static final int COLUMNS = 4;

	private static final int ROWS = 3;

	private final StringBuilder text = new StringBuilder();

	private BlurHash() {
	}

	/**
	 * Encodes a picture.
	 * @param pixels its bytes, row by row
	 * @param bands the bytes of a pixel: gray or RGB, with or without alpha
	 */
	static String encode(byte[] pixels, int width, int height, int bands) {
		var factors = new double[COLUMNS * ROWS][];
		for (int j = 0; j < ROWS; j++) {
			for (int i = 0; i < COLUMNS; i++) {
				factors[j * COLUMNS + i] = factor(pixels, width, height, bands, i, j);
			}
		}
		return new BlurHash().encode(factors);
	}

	private String encode(double[][] factors) {
		append(COLUMNS - 1 + (ROWS - 1) * 9, 1);
		double maximum = 0;
		for (int i = 1; i < factors.length; i++) {
			for (var value : factors[i]) {
				maximum = Math.max(maximum, Math.abs(value));
			}
		}
		var quantised = (int) Math.clamp(Math.floor(maximum * 166 - 0.5), 0, 82);
		append(quantised, 1);
		append((srgb(factors[0][0]) << 16) + (srgb(factors[0][1]) << 8) + srgb(factors[0][2]), 4);
		for (int i = 1; i < factors.length; i++) {
			appendDetail(factors[i], (quantised + 1) / 166.0);
		}
		return this.text.toString();
	}

	private void appendDetail(double[] factor, double maximum) {
		int number = 0;
		for (var value : factor) {
			var scaled = Math.signum(value) * Math.sqrt(Math.abs(value) / maximum);
			number = number * 19 + (int) Math.clamp(Math.floor(scaled * 9 + 9.5), 0, 18);
		}
		append(number, 2);
	}

	private void append(int number, int length) {
		var digits = new char[length];
		var rest = number;
		for (int i = length - 1; i >= 0; i--) {
			digits[i] = DIGITS.charAt(rest % 83);
			rest /= 83;
		}
		this.text.append(digits);
	}

	private static double[] factor(byte[] pixels, int width, int height, int bands, int i, int j) {
		var sums = new double[3];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				var basis = Math.cos(Math.PI * i * x / width) * Math.cos(Math.PI * j * y / height);
				var pixel = (y * width + x) * bands;
				for (int color = 0; color < 3; color++) {
					sums[color] += basis * linear(pixels[pixel + ((bands < 3) ? 0 : color)] & 0xFF);
				}
			}
		}
		var scale = ((i == 0 && j == 0) ? 1.0 : 2.0) / (width * height);
		for (int color = 0; color < 3; color++) {
			sums[color] *= scale;
		}
		return sums;
	}

	private static double linear(int value) {
		var part = value / 255.0;
		return (part <= 0.04045) ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
	}

	private static int srgb(double value) {
		var part = Math.clamp(value, 0, 1);
		var result = (part <= 0.0031308) ? part * 12.92 : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
		return (int) (result * 255 + 0.5);
	}

}
