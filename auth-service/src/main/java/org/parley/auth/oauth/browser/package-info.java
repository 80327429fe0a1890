/**
 * Who is signed in at our pages: a cookie and a document, and no session of the server's.
 */
@NullMarked
package org.parley.auth.oauth.browser;

import org.jspecify.annotations.NullMarked;
