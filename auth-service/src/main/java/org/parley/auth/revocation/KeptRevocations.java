package org.parley.auth.revocation;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.CrudRepository;

/** All revocations that may still refuse a token. */
interface KeptRevocations extends CrudRepository<KeptRevocation, String> {

	List<KeptRevocation> findByIdGreaterThanOrderById(String id, Limit limit);

}
