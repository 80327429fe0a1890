package org.parley.media;

import org.parley.platform.test.OpenApiContract;
import org.parley.platform.test.OperationsContract;
import org.parley.platform.test.ScopesContract;

class OperationsIT extends MediaIT implements OperationsContract, OpenApiContract, ScopesContract {

	@Override
	public String service() {
		return "media-service";
	}

}
