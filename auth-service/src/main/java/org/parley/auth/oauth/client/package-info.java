/** Apps: OAuth clients, their secrets and their redirect URIs. */
@NullMarked
package org.parley.auth.oauth.client;

import org.jspecify.annotations.NullMarked;
