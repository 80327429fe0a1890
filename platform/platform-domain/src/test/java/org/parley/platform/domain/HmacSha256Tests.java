package org.parley.platform.domain;

import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HmacSha256Tests {

	/** Test cases 2 and 3 of RFC 4231. */
	@ParameterizedTest
	@CsvSource({
			"4a656665, 7768617420646f2079612077616e7420, 666f72206e6f7468696e673f, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
			"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd, dddddddddddddddddddddddddddddddddd, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe" })
	void partsHaveHmacOfTheirConcatenation(String key, String start, String end, String hmac) {
		var hex = HexFormat.of();
		assertThat(HmacSha256.of(hex.parseHex(key), hex.parseHex(start), hex.parseHex(end))).asHexString()
			.isEqualToIgnoringCase(hmac);
	}

}
