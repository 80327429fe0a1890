/** An app asks to sign somebody out here, too (OpenID Connect RP-Initiated Logout). */
@NullMarked
package org.parley.auth.oauth.logout;

import org.jspecify.annotations.NullMarked;
