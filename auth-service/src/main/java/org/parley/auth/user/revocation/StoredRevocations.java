package org.parley.auth.user.revocation;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.CrudRepository;

/** The repository of revocations in force. */
interface StoredRevocations extends CrudRepository<StoredRevocation, String> {

	List<StoredRevocation> findByIdGreaterThanOrderById(String id, Limit limit);

}
