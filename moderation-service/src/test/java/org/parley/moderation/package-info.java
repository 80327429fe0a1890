/** Integration tests of the service and their fixtures. */
@NullMarked
package org.parley.moderation;

import org.jspecify.annotations.NullMarked;
