/**
 * Sessions of browsers at our pages: a cookie and a document, without a servlet session.
 */
@NullMarked
package org.parley.auth.oauth.browser;

import org.jspecify.annotations.NullMarked;
