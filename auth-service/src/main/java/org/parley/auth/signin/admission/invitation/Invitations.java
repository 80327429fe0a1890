package org.parley.auth.signin.admission.invitation;

import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

/** Repository of invitations. */
interface Invitations extends CrudRepository<Invitation, String> {

	Optional<Invitation> findByHash(String hash);

	int countByInvitedBy(String inviter);

}
