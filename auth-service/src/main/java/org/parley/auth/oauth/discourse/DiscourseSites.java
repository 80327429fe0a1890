package org.parley.auth.oauth.discourse;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.CrudRepository;

/** Repository of the programs that sign people in here. */
interface DiscourseSites extends CrudRepository<DiscourseSite, String> {

	List<DiscourseSite> findByAddressIn(Collection<String> addresses);

	List<DiscourseSite> findAllByOrderByAddress();

}
