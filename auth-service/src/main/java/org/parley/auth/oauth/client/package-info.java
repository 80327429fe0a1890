/** Apps: programs of others that people may let act for them. */
@NullMarked
package org.parley.auth.oauth.client;

import org.jspecify.annotations.NullMarked;
