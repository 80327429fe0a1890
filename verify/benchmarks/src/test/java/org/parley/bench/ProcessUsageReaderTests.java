package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessUsageReaderTests {

	private static final String STAT = "4711 (beam.smp (1) x) S 4700 4711 4711 0 -1 4194304 1200 0 0 0 "
			+ "1200 60 30 10 20 0 31 0 88000 3000000000 25600 18446744073709551615 1 1 0\n";

	@Test
	void timesOfAProcessAndOfItsEndedChildrenAreRead() {
		assertThat(ProcessUsageReader.parse(STAT)).isEqualTo(new Usage(13_000, 102_400));
	}

	@Test
	void processIsReadByPid(@TempDir Path root) throws IOException {
		Files.createDirectory(root.resolve("999999999"));
		Files.writeString(root.resolve("999999999/stat"), STAT);
		assertThat(new ProcessUsageReader(root).read(new ServerProcess("rabbit", 999_999_999)))
			.isEqualTo(new Usage(13_000, 102_400));
	}

	@Test
	void endedProcessHasNoUsage(@TempDir Path root) {
		assertThat(new ProcessUsageReader(root).read(new ServerProcess("gone", 999_999_999))).isEqualTo(Usage.NONE);
	}

}
