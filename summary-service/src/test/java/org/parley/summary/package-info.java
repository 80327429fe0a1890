/** Integration tests of the service and their fixtures. */
@NullMarked
package org.parley.summary;

import org.jspecify.annotations.NullMarked;
