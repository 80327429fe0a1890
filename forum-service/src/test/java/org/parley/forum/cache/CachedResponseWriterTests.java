package org.parley.forum.cache;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CachedResponseWriterTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			gzip | true
			br, gzip;q=0.5 | true
			GZIP ;q=1 | true
			gzip;q=0 | false
			gzip; q=0.000 | false
			gzip;q=0.001 | true
			br | false
			xgzip | false
			| false
			""")
	void gzipIsSentIfAccepted(String header, boolean accepted) {
		assertThat(CachedResponseWriter.acceptsGzip(header)).isEqualTo(accepted);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			W/"abc" | true
			"abc" | true
			"x", W/"abc" | true
			* | true
			W/"abcd" | false
			abc | false
			| false
			""")
	void etagMatchesIfNoneMatch(String header, boolean matches) {
		assertThat(CachedResponseWriter.matches(header, "W/\"abc\"")).isEqualTo(matches);
	}

}
