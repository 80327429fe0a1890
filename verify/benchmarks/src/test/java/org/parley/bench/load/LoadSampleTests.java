package org.parley.bench.load;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.bench.Usage;

import static org.assertj.core.api.Assertions.assertThat;

class LoadSampleTests {

	@Test
	void processorTimeIsDividedByAnsweredRequests() {
		var load = new Load(2_000, 1_000_000, 0, 1_500, 3_000, 4_000, 5_000, 1, 2);
		assertThat(LoadSample.of(load, new Usage(500, 0))).isEqualTo(new LoadSample(2_000, 1.5, 3, 0.25, 3));
	}

	@Test
	void medianIsTakenOfEachFigureAndErrorsAreSummed() {
		var samples = List.of(new LoadSample(100, 3, 9, 0.1, 1), new LoadSample(300, 1, 8, 0.3, 0),
				new LoadSample(200, 2, 7, 0.2, 4));
		assertThat(LoadSample.median(samples)).isEqualTo(new LoadSample(200, 2, 8, 0.2, 5));
	}

}
