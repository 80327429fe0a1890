package org.parley.launcher.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A program of Node. The folder's {@code node.sh} finds or fetches Node.
 *
 * @param directory the module's folder
 */
public record NodeApplication(Path directory) implements Application {

	@Override
	public boolean isPrepared() {
		return true;
	}

	@Override
	public void prepare() {
	}

	@Override
	public List<String> command() {
		return List.of("bash", this.directory.resolve("node.sh").toString(), "node", "start.js");
	}

}
