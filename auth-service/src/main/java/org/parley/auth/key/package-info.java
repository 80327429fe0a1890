/** The keys that sign access tokens, and what keeps secrets sealed at rest. */
@NullMarked
package org.parley.auth.key;

import org.jspecify.annotations.NullMarked;
