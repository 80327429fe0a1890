package org.parley.auth.signin.brand;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.data.mongodb.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of the pictures of the brand. */
public interface BrandImages extends Repository<BrandImage, String> {

	BrandImage save(BrandImage image);

	Optional<BrandImage> findById(String kind);

	void deleteById(String kind);

	@Query(value = "{}", fields = "{ content: 0 }")
	List<VersionOnly> findVersions();

	/** The addresses of all pictures by their kinds; each changes with its picture. */
	default Map<String, String> addresses() {
		var found = new TreeMap<String, String>();
		findVersions().forEach((image) -> found.put(image.getKind(),
				"/api/v1/brand/images/" + image.getKind() + "/" + image.getVersion()));
		return found;
	}

	/** A picture without its content. */
	interface VersionOnly {

		String getKind();

		String getVersion();

	}

}
