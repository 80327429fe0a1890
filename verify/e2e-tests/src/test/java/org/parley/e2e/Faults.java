package org.parley.e2e;

import java.util.List;
import java.util.stream.Stream;

import org.parley.platform.test.endpoint.Endpoint;

/** A kind of invalid request. */
interface Faults {

	/** All kinds. */
	List<Faults> ALL = List.of(new IdentityFaults(), new ScopeFaults(), new AddressFaults(), new QueryFaults(),
			new HeaderFaults(), new BodyFaults(), new FieldFaults());

	/**
	 * Returns requests to an endpoint with exactly one such fault. Faults that the
	 * endpoint refuses by its own declaration are tried at each one, and faults that one
	 * rule refuses everywhere are {@link Endpoint#deal dealt}.
	 */
	Stream<Attempt> of(Endpoint endpoint, TestData testData);

}
