package org.parley.moderation.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * The categories of harm that models rate, by the names of OpenAI's endpoint. Another
 * model may rate more.
 */
public enum HarmCategory {

	HARASSMENT("harassment"), HARASSMENT_THREATENING("harassment/threatening"), HATE("hate"),
	HATE_THREATENING("hate/threatening"), ILLICIT("illicit"), ILLICIT_VIOLENT("illicit/violent"),
	SELF_HARM("self-harm"), SELF_HARM_INTENT("self-harm/intent"), SELF_HARM_INSTRUCTIONS("self-harm/instructions"),
	SEXUAL("sexual"), SEXUAL_MINORS("sexual/minors"), VIOLENCE("violence"), VIOLENCE_GRAPHIC("violence/graphic");

	/** The names of all categories. */
	public static final List<String> IDS = Stream.of(values()).map(HarmCategory::id).toList();

	/** The syntax of a name. */
	static final String PATTERN = "(?:harassment|hate)(?:/threatening)?|illicit(?:/violent)?"
			+ "|self-harm(?:/intent|/instructions)?|sexual(?:/minors)?|violence(?:/graphic)?";

	private final String id;

	HarmCategory(String id) {
		this.id = id;
	}

	public String id() {
		return this.id;
	}

}
