// Words and cards of one statement light up together when either is pointed at or focused.
(function () {
  'use strict';
  var lit = [];
  function light(target) {
    lit.forEach(function (e) { e.classList.remove('on'); });
    lit = [];
    var from = target && target.closest && target.closest('[data-s]');
    if (!from) return;
    var key = from.getAttribute('data-s').split(' ').pop(); // the innermost statement
    var article = from.closest('article');
    lit = Array.prototype.slice.call(article.querySelectorAll('[data-s~="' + CSS.escape(key) + '"]'));
    lit.forEach(function (e) { e.classList.add('on'); });
  }
  document.addEventListener('mouseover', function (e) { light(e.target); });
  document.addEventListener('focusin', function (e) { light(e.target); });
  function hash() { light(document.getElementById(decodeURIComponent(location.hash.slice(1)))); }
  window.addEventListener('hashchange', hash);
  if (location.hash) hash();
})();
