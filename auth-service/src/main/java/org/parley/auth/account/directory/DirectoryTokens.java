package org.parley.auth.account.directory;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.CrudRepository;

/** The repository of directories' tokens. */
interface DirectoryTokens extends CrudRepository<DirectoryToken, String> {

	Optional<DirectoryToken> findByHash(String hash);

	List<DirectoryToken> findAllByOrderByIdDesc();

}
