/** Integration tests of the public log. */
@NullMarked
package org.parley.moderation.publiclog;

import org.jspecify.annotations.NullMarked;
