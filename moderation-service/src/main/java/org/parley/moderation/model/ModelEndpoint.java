package org.parley.moderation.model;

/** An endpoint of the provider that rates texts. */
interface ModelEndpoint {

	/** The path below the provider's URL. */
	String path();

	/** The name of the model; empty if none is configured. */
	String model();

	/** Returns the body of the request. */
	byte[] request(ModelQuestion question);

	/** The highest number of tokens that the question and its answer can cost. */
	long highestCost(ModelQuestion question, byte[] request);

	/**
	 * Parses the response. Without scores, the model has answered, but has not rated the
	 * text.
	 * @throws org.parley.platform.ai.ModelCallException when it is no response of the
	 * provider
	 */
	ModelOpinion read(ModelQuestion question, byte[] response);

}
