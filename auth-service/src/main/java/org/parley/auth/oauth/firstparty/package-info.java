/** Parley's own web client, an OAuth client of the operator's configuration. */
@NullMarked
package org.parley.auth.oauth.firstparty;

import org.jspecify.annotations.NullMarked;
