package org.parley.realtime.revocation;

import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what auth-service says in its channel. */
final class RevocationReader implements Consumer<String> {

	private static final Logger log = LoggerFactory.getLogger(RevocationReader.class);

	private final Revocations revocations;

	private final JsonMapper json;

	RevocationReader(Revocations revocations, JsonMapper json) {
		this.revocations = revocations;
		this.json = json;
	}

	@Override
	public void accept(String text) {
		try {
			this.revocations.learn(this.json.readValue(text, Revocation.class));
		}
		catch (JacksonException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("This is no revocation");
		}
	}

}
