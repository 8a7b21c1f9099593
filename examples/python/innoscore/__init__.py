from .framework import Framework
from .method import Method
from .dataset import Dataset
from .result import Result
from .scheme import Scheme
from .errors import *
