package org.parley.e2e;

import java.util.List;
import java.util.stream.Stream;

/** A kind of fault that a request may have. */
interface Faults {

	/** All kinds. */
	List<Faults> ALL = List.of(new IdentityFaults(), new ScopeFaults(), new AddressFaults(), new QueryFaults(),
			new HeaderFaults(), new BodyFaults(), new FieldFaults());

	/** The requests to this endpoint that have such a fault, and only that. */
	Stream<Attempt> of(Endpoint endpoint, World world);

}
