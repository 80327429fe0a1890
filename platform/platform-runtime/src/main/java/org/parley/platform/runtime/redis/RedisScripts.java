package org.parley.platform.runtime.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Reads scripts of the classpath once. A script that Spring creates from a resource looks
 * at the resource's time of modification each time it runs.
 */
public final class RedisScripts {

	private RedisScripts() {
	}

	/**
	 * Reads a script.
	 * @param path its path on the classpath
	 * @param type the type of its result
	 */
	public static <T> RedisScript<T> read(String path, Class<T> type) {
		try {
			return RedisScript.of(new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8), type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
