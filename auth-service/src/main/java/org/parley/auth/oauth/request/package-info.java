/** An app's request for access, as a browser brings it: its rules, and the way back. */
@NullMarked
package org.parley.auth.oauth.request;

import org.jspecify.annotations.NullMarked;
