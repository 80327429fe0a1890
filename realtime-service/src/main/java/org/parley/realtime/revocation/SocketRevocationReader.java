package org.parley.realtime.revocation;

import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads revocations from the Redis channel of auth-service. */
final class SocketRevocationReader implements Consumer<String> {

	private static final Logger log = LoggerFactory.getLogger(SocketRevocationReader.class);

	private final SocketRevocations socketRevocations;

	private final JsonMapper json;

	SocketRevocationReader(SocketRevocations socketRevocations, JsonMapper json) {
		this.socketRevocations = socketRevocations;
		this.json = json;
	}

	@Override
	public void accept(String text) {
		try {
			this.socketRevocations.apply(this.json.readValue(text, SocketRevocation.class));
		}
		catch (JacksonException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Malformed revocation ignored");
		}
	}

}
